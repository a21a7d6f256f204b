import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSite, type Files, publishersKey, sitePrefix, verifySite, withFiles } from './support.ts';

/*
 * Whoever changes any one thing in the files of a published site, root included, and cannot sign, is found out: the file is named. A thousand
 * random changes in every run, from a seed; `TAMPERINGS=50000 TAMPERING_SEED=7 npx vitest run test/cli/verify/election/tampering.test.ts` tries others.
 */

const count = Number(process.env.TAMPERINGS ?? 1000);
const seed = Number(process.env.TAMPERING_SEED ?? 20230319);

const site = await aSite();
const paths = [...site.keys()].sort();
const newest = `${sitePrefix}1.0.2/`;

/** What somebody has done to the files: their names, and the files after it. */
interface Tampering {
  readonly what: string;
  readonly touched: readonly string[];
  readonly files: () => Files;
}

const file = fc.constantFrom(...paths);

const flip: fc.Arbitrary<Tampering> = fc
  .record({ path: file, place: fc.nat(), bits: fc.integer({ min: 1, max: 255 }) })
  .map(({ path, place, bits }) => {
    const bytes = Buffer.from(site.get(path) ?? '');
    const index = place % bytes.length;
    bytes[index] = (bytes[index] ?? 0) ^ bits;
    return {
      what: `byte ${index} of ${path} ^ ${bits}`,
      touched: [path],
      files: () => withFiles(site, { [path]: bytes }),
    };
  });

const remove: fc.Arbitrary<Tampering> = file.map((path) => ({
  what: `${path} deleted`,
  touched: [path],
  files: () => withFiles(site, { [path]: null }),
}));

const swap: fc.Arbitrary<Tampering> = fc
  .tuple(file, file)
  .filter(([a, b]) => !sameBytes(a, b))
  .map(([a, b]) => ({
    what: `${a} and ${b} swapped`,
    touched: [a, b],
    files: () => withFiles(site, { [a]: site.get(b) ?? '', [b]: site.get(a) ?? '' }),
  }));

test(`${count} random changes to published files are all found, and the file named`, {
  timeout: count * 2000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        { arbitrary: flip, weight: 8 },
        { arbitrary: remove, weight: 1 },
        { arbitrary: swap, weight: 2 },
      ),
      async ({ what, touched, files }) => {
        expect(await namedFile(files(), touched), what).not.toBeNull();
      },
    ),
    { numRuns: count, seed },
  );
});

test('every single file is missed when it is deleted, and named', async () => {
  for (const path of paths)
    expect(await namedFile(withFiles(site, { [path]: null }), [path]), path).toBe(path);
});

test('the same file of two releases, put in the place of one another, is named', async () => {
  for (const path of paths.filter((one) => one.startsWith(`${sitePrefix}1.0.1/`))) {
    const other = path.replace('/1.0.1/', '/1.0.0/');
    if (!site.has(other) || sameBytes(path, other)) continue;
    const files = withFiles(site, {
      [path]: site.get(other) ?? '',
      [other]: site.get(path) ?? '',
    });

    expect(await namedFile(files, [path, other]), path).not.toBeNull();
  }
});

/** The file among those touched that the verification names first; null when it names none of them. */
async function namedFile(files: Files, touched: readonly string[]): Promise<string | null> {
  for await (const verdict of verifySite(files, publishersKey)) {
    if (verdict.status === 'holds' || verdict.status === 'open') continue;
    // Where tiles and entries of the log do not fit, or latest.json and versions.json, the difference names both.
    const { file: found, expected } = verdict.difference;
    const named = touched.find((path) => {
      const within = path.replace(sitePrefix, '');
      const names = [path, within, path.replace(newest, '')];
      return names.includes(found) || (/^(log\/|latest\.json$)/.test(within) && expected.includes(within));
    });
    if (named !== undefined) return named;
  }
  return null;
}

function sameBytes(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(site.get(a) ?? ''), Buffer.from(site.get(b) ?? '')) === 0;
}
