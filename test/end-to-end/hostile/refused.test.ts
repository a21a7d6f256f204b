import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ready } from '../../validate/handler/pipeline.ts';
import { refused } from './refused.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

let made: Awaited<ReturnType<typeof ready>>;
let before: unknown;

beforeAll(async () => {
  made = await ready();
  before = (await made.state()).files;
});

afterAll(async () => {
  expect((await made.state()).files).toEqual(before);
  console.log(`${refused.length} hostile inputs refused`);
});

test.each(refused)('$what: $code, and a report that runs nothing', async ({ file, content, code }) => {
  const { outcome } = await made.upload(file, content);

  const reports = [...made.store.reports()].filter(([key]) => key.startsWith(`reports/xx-2024/${file}/`));
  const report = reports.at(-1)?.[1];
  const pages = [...made.store.pages()].filter(([key]) => key.startsWith(`reports/xx-2024/${file}/`));
  expect(outcome).toBe('rejected');
  expect(Object.keys(report?.counts ?? {})).toContain(code);
  expect(pages.length).toBeGreaterThan(0);
  for (const [, page] of pages) {
    expect(page).not.toMatch(/<(?!https?:)/);
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
  }
});
