import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Files, publishersKey, threeReleases, verifyElection, withFiles } from './support.ts';

/*
 * Whoever changes any one thing in the published files of an election, and cannot sign, is found out: the file is named. A thousand
 * random changes in every run, from a seed; `TAMPERINGS=50000 TAMPERING_SEED=7 npx vitest run test/cli/verify/election/tampering.test.ts` tries others.
 */

const count = Number(process.env.TAMPERINGS ?? 1000);
const seed = Number(process.env.TAMPERING_SEED ?? 20230319);

const election = await threeReleases();
const paths = [...election.keys()].sort();
const newest = '1.0.2';

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
    const bytes = Buffer.from(election.get(path) ?? '');
    const index = place % bytes.length;
    bytes[index] = (bytes[index] ?? 0) ^ bits;
    return {
      what: `byte ${index} of ${path} ^ ${bits}`,
      touched: [path],
      files: () => withFiles(election, { [path]: bytes }),
    };
  });

const remove: fc.Arbitrary<Tampering> = file.map((path) => ({
  what: `${path} deleted`,
  touched: [path],
  files: () => withFiles(election, { [path]: null }),
}));

const swap: fc.Arbitrary<Tampering> = fc
  .tuple(file, file)
  .filter(([a, b]) => !sameBytes(a, b))
  .map(([a, b]) => ({
    what: `${a} and ${b} swapped`,
    touched: [a, b],
    files: () => withFiles(election, { [a]: election.get(b) ?? '', [b]: election.get(a) ?? '' }),
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
    expect(await namedFile(withFiles(election, { [path]: null }), [path]), path).toBe(path);
});

test('the same file of two releases, put in the place of one another, is named', async () => {
  for (const path of paths.filter((one) => one.startsWith('1.0.1/'))) {
    const other = path.replace('1.0.1/', '1.0.0/');
    if (!election.has(other) || sameBytes(path, other)) continue;
    const files = withFiles(election, {
      [path]: election.get(other) ?? '',
      [other]: election.get(path) ?? '',
    });

    expect(await namedFile(files, [path, other]), path).not.toBeNull();
  }
});

/** The file among those touched that the verification names first; null when it names none of them. */
async function namedFile(files: Files, touched: readonly string[]): Promise<string | null> {
  for await (const verdict of verifyElection(files, publishersKey)) {
    if (verdict.status === 'holds' || verdict.status === 'open') continue;
    // Where tiles and entries of the log do not fit, or latest.json and versions.json, the difference names both.
    const { file: found, expected } = verdict.difference;
    const named = touched.find(
      (path) =>
        path === found ||
        path === `${newest}/${found}` ||
        (/^(log\/|latest\.json$)/.test(path) && expected.includes(path)),
    );
    if (named !== undefined) return named;
  }
  return null;
}

function sameBytes(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(election.get(a) ?? ''), Buffer.from(election.get(b) ?? '')) === 0;
}
