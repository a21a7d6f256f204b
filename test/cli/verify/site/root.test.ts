import { expect, test } from 'vitest';
import {
  all,
  aSite,
  publishersKey,
  sitePrefix,
  textIn,
  verifyRootOf,
  verifySite,
  withFiles,
} from '../election/support.ts';

const site = await aSite();
const key = [...site.keys()].find((path) => path.startsWith('keys/')) ?? '';

test('a site verifies, its root and keys with it', async () => {
  const verdicts = await all(verifySite(site, publishersKey));

  expect(verdicts.filter(({ status }) => status !== 'holds')).toEqual([]);
  expect(verdicts.slice(-5)).toMatchObject([
    { check: 'assets' },
    { check: 'root' },
    { check: 'pages' },
    { check: 'keys' },
    { check: 'others' },
  ]);
});

test('one file of the root that states another address than the others is named', async () => {
  const edited = withFiles(site, {
    'openapi.json': textIn(site, 'openapi.json').replace(/"url": "[^"]*"/, '"url": "https://evil.example/"'),
  });

  expect(await all(verifyRootOf(edited))).toMatchObject([
    { status: 'holds' },
    { status: 'differs', difference: { file: 'openapi.json' } },
    { status: 'holds' },
    { status: 'holds' },
    { status: 'holds' },
  ]);
});

test('any byte of any file that is of no election, when it is changed, is named', async () => {
  for (const path of [...site.keys()].filter((one) => !one.startsWith(sitePrefix))) {
    const length = site.get(path)?.length ?? 0;
    for (const place of [0, 1, 2, 3].map((part) => Math.floor(((length - 1) * part) / 3))) {
      const bytes = Buffer.from(site.get(path) ?? '');
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      const verdicts = await all(verifyRootOf(withFiles(site, { [path]: bytes })));
      const named = verdicts.flatMap((one) => (one.status === 'differs' ? one.difference.file : []));

      expect(named, `byte ${place} of ${path}`).toContain(path);
    }
  }
});

test.each([2, 1])(
  'a file of the root as it was after %i of three releases is said to be older',
  async (count) => {
    const late = await aSite({ 'feed.xml': count, 'catalog.json': count });

    expect((await all(verifyRootOf(late)))[1]).toMatchObject({
      status: 'open',
      what: expect.stringMatching(
        /^catalog\.json is older than .*release 1\.0\.2 of xx-2024.*; feed\.xml is older .*it is written after it$/,
      ),
    });
  },
);

test.each([
  ['another key under the id', { [key]: 'untrusted comment: x\n' }, key],
  ['a key that is missing', { [key]: null }, key],
  ['a root without its key', { 'minisign.pub': null }, 'minisign.pub'],
  [
    'a key under the id of another',
    { 'keys/0000000000000000.pub': textIn(site, key) },
    'keys/0000000000000000.pub',
  ],
])('%s is a difference of keys', async (_what, files, file) => {
  const verdicts = await all(verifyRootOf(withFiles(site, files)));

  expect(verdicts[3]).toMatchObject({ status: 'differs', difference: { file } });
});

test('a missing pointer is named where the lists name the election', async () => {
  const [, root] = await all(verifyRootOf(withFiles(site, { [`${sitePrefix}latest.json`]: null })));

  expect(root).toMatchObject({ status: 'differs', difference: { file: `${sitePrefix}latest.json` } });
});

test('files that no check looks at are counted and named', async () => {
  const strange = withFiles(site, { 'logo.svg': 'x', [`${sitePrefix}9.9.9/results.csv`]: 'x' });

  expect((await all(verifyRootOf(strange)))[4]).toMatchObject({
    status: 'open',
    what: expect.stringMatching(
      /^2 files are not of a release or a log, and not covered: .*9\.9\.9.*logo\.svg/,
    ),
  });
});

test.each([
  'log/note.txt',
  'log/checkpoints/9.9.9',
  'log/checkpoints/1.0.0.old',
  'log/tile/0/000',
  'log/tile/0/000.p/200',
  'log/tile/1/000.p/1',
  'log/tile/entries/000.p/256',
  'log/tile/entries/000.p/05',
  'log/tile/entries/x000/000.p/5',
  'log/tile/entries/001',
  'log/tile/9/000',
  'notes.txt',
  'index.ru.html.bak',
  'drafts/results.csv',
])('a file in the folder of an election that nobody has written is named: %s', async (path) => {
  const strange = withFiles(site, { [sitePrefix + path]: 'x' });

  expect((await all(verifyRootOf(strange)))[4]).toMatchObject({
    status: 'open',
    what: `1 file is not of a release or a log, and not covered: "${sitePrefix}${path}"`,
  });
});

test('a file in a release, also an old one, that its manifest does not list is a difference', async () => {
  const strange = withFiles(site, { [`${sitePrefix}1.0.0/notes.txt`]: 'x' });
  const verdicts = await all(verifySite(strange, publishersKey));

  expect(verdicts.flatMap((one) => (one.status === 'differs' ? one.difference.file : []))).toEqual([
    '1.0.0/notes.txt',
  ]);
});
