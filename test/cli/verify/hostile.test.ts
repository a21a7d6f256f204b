import { expect, test } from 'vitest';
import { certificates } from '../../../cli/verify/checks/certificates.ts';
import { evidenceIn } from '../../../cli/verify/evidence.ts';
import { verify } from '../../../cli/verify/verify.ts';
import { aRelease, changed, firstDifference, memoryFolder, sealed, verdictsOn } from './support.ts';

/* Whatever stands in the files of a release, the checks end, and say what is wrong. */

const release = await aRelease();
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

test.each(
  [...release.files.keys()].flatMap((file) =>
    ['', '\0', '{', '[]', 'null', '{"__proto__":{"files":[]}}', deep, '"', 'a,a\r\n1,2\r\n', '\ufeff'].map(
      (text) => [file, text.slice(0, 26), text] as const,
    ),
  ),
)('%s with %j in its place does not verify, and does not throw', async (file, _shown, text) => {
  const verdicts = await verdictsOn(changed(release, { [file]: text }));
  const resealed = await verdictsOn(sealedOrNot(file, text));

  expect(verdicts.some(({ status }) => status === 'differs')).toBe(true);
  for (const verdict of [...verdicts, ...resealed])
    if (verdict.status === 'differs') expect(verdict.difference.expected).not.toMatch(/runs to its end/);
});

test.each([
  [
    'a table whose quote is never closed',
    `${header('results.csv')}\r\n"${'x'.repeat(3_000_000)}`,
    'a row of at most 1048576 characters',
  ],
  ['a table of one endless row', 'x'.repeat(3_000_000), 'a row of at most 1048576 characters'],
  ['a table without a column', 'contest,area\r\n', 'a column station'],
  ['a column twice', `${header('results.csv')},area\r\n`, 'each column once'],
  ['a row that is too short', `${header('results.csv')}\r\nlist,N1\r\n`, '8 cells'],
  [
    'a number over 2^53',
    `${header('results.csv')}\r\nlist,N1,st1,votes,A,9007199254740992,S1,x\r\n`,
    'a whole number from 0 to 2^53 − 1',
  ],
  [
    'a number below zero',
    `${header('results.csv')}\r\nlist,N1,st1,votes,A,-1,S1,x\r\n`,
    'a whole number from 0 to 2^53 − 1',
  ],
  [
    'a contest called __proto__',
    `${header('results.csv')}\r\n__proto__,N1,st1,votes,A,1,S1,x\r\n`,
    'a contest of the election',
  ],
  [
    'an area called constructor',
    `${header('results.csv')}\r\nlist,constructor,st1,votes,A,1,S1,x\r\n`,
    'an area of contest list',
  ],
])('%s is a difference of results.csv', async (_what, text, expected) => {
  const difference = await firstDifference(sealed(changed(release, { 'results.csv': text })));

  expect(difference).toMatchObject({ check: 'protocols', file: 'results.csv', expected });
});

test('a definition of a million seats costs no more steps than the certificate has', async () => {
  const text = (release.files.get('election.json') ?? '').replace('"seats": 10', '"seats": 1000000');

  const difference = await firstDifference(sealed(changed(release, { 'election.json': text })), [
    certificates,
  ]);

  expect(difference).toMatchObject({ file: 'allocation/list.json', at: '/system/seats' });
});

test.each([
  [
    'areas in a circle',
    (text: string) => text.replace('"parent": "XX"', '"parent": "N1"'),
    '/areas/1/parent',
  ],
  ['an area twice', (text: string) => text.replace('"id": "N2"', '"id": "N1"'), '/areas/3/id'],
  [
    'a system that is not there',
    (text: string) => text.replace('"system": "list"', '"system": "toString"'),
    '/contests/0/system',
  ],
  [
    'a scenario that makes no sense',
    (text: string) =>
      text.replace(
        '"laws":',
        `"scenarios": [{"id":"s","name":{"en":"S"},"systems":{"list":{"seats":-1}}}],"laws":`,
      ),
    '/systems/list/seats',
  ],
])('a definition with %s is a difference', async (_what, edit, at) => {
  const text = edit(release.files.get('election.json') ?? '');

  const difference = await firstDifference(sealed(changed(release, { 'election.json': text })));

  expect(difference).toMatchObject({ check: 'definition', at });
});

test('a fault of this program is said in the place of the check, and the others go on', async () => {
  const faulty = { name: 'faulty', run: () => Promise.reject(new TypeError('x is not a function')) };
  const evidence = evidenceIn(memoryFolder(release.files), null);
  const verdicts = [];
  for await (const verdict of verify(evidence, [faulty, certificates])) verdicts.push(verdict);

  expect(verdicts).toMatchObject([
    { status: 'differs', difference: { found: 'an error: "x is not a function"' } },
    { status: 'holds' },
  ]);
});

function header(file: string): string {
  return (release.files.get(file) ?? '').split('\r\n')[0] ?? '';
}

/** With the hashes made to fit, but where the file is one of those that hold them. */
function sealedOrNot(file: string, text: string) {
  const other = changed(release, { [file]: text });
  return file === 'manifest.json' || file === 'SHA256SUMS' ? other : sealed(other);
}
