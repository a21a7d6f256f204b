import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsPage } from '../../../infra/settings/page.ts';
import { settingsTable } from '../../../infra/settings/settings.ts';

test('docs/settings.md is what the table of settings makes', async () => {
  const page = join(import.meta.dirname, '..', '..', '..', 'docs', 'settings.md');

  await expect(settingsPage()).toMatchFileSnapshot(page);
});

test('has a section for every setting, with what it takes and its default', () => {
  const sections = settingsPage().split('\n## ').slice(1);

  expect(sections.map((section) => section.split('\n')[0])).toEqual(Object.keys(settingsTable));
  for (const section of sections) expect(section).toMatch(/\n\n- Takes: .+\n- Default: `.+`/);
});
