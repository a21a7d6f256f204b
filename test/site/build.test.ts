import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { languages } from '../../functions/model/text/languages.ts';
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

test.each(['home', 'election'] as const)(
  'a page (%s) knows all that its first view imports, and nothing else',
  (kind) => {
    const { files, script, ahead } = buildSite();
    const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
    const view = kind === 'home' ? /\/home-/ : /\/results-/;

    for (const language of languages) {
      const hinted = ahead[kind][language];

      expect(new Set(hinted).size).toBe(hinted.length);
      expect(
        hinted.filter((path) => /\/(?!chunk)\w/.test(path)).map((path) => path.replace(/-.*/, '')),
      ).toEqual([`assets/${kind === 'home' ? 'home' : 'results'}`, `assets/${language}`]);
      const imported = [script, ...hinted].flatMap((path) => importedBy(texts.get(path) ?? ''));
      const entries = hinted.filter((path) => view.test(path) || path.startsWith(`assets/${language}-`));
      expect([...new Set([...imported, ...entries])].toSorted()).toEqual(hinted.toSorted());
    }
  },
);

test('what every page loads first is small', () => {
  const { files, script, style } = buildSite();
  const first = files.filter(({ path }) => path === script || path === style);

  expect(first.reduce((sum, { bytes }) => sum + gzipSync(bytes).length, 0)).toBeLessThan(15_000);
});

/** The modules that one imports before it runs: `import{a}from"./b.js"` and `import"./b.js"`, not `import("./b.js")`. */
function importedBy(text: string): string[] {
  const statements = text.matchAll(/(?:^|[;}])(?:import|export)(?:[\w$*{},\s]*from)?"\.\/([\w-]+\.js)"/g);
  return [...statements].map(([, name]) => `assets/${name}`);
}
