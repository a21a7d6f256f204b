import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildSite } from '../../site/build.ts';

test('the same sources give the same bytes, under names that hold their hash', () => {
  const [first, second] = [buildSite(), buildSite()];

  expect(first.files.map(({ path }) => path)).toEqual(second.files.map(({ path }) => path));
  expect(
    first.files.every(({ bytes }, at) => Buffer.from(bytes).equals(second.files[at]?.bytes ?? Buffer.of())),
  ).toBe(true);
  for (const { path } of first.files) expect(path).toMatch(/^assets\/[\w-]+-[A-Z0-9]{8}\.(js|css)$/);
  expect(first.files.map(({ path }) => path)).toEqual(expect.arrayContaining([first.script, first.style]));
});

test('nothing of the machine, and nobody else, is in it', () => {
  for (const { path, bytes } of buildSite().files) {
    const text = new TextDecoder().decode(bytes);

    expect(text.includes(process.cwd()), path).toBe(false);
    expect(text.match(/(?:src|href|url\()\s*[=(]?\s*["']?https?:\/\/[^\s"')]+/g) ?? [], path).toEqual([]);
  }
});

test('what every page loads first is small', () => {
  const { files, script, style } = buildSite();
  const first = files.filter(({ path }) => path === script || path === style);

  expect(first.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0)).toBeLessThan(15_000);
});
