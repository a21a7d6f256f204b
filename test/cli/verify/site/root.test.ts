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
  expect(verdicts.slice(-4)).toMatchObject([
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

    expect((await all(verifyRootOf(late)))[0]).toMatchObject({
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

  expect(verdicts[2]).toMatchObject({ status: 'differs', difference: { file } });
});

test('a missing pointer is named where the lists name the election', async () => {
  const [first] = await all(verifyRootOf(withFiles(site, { [`${sitePrefix}latest.json`]: null })));

  expect(first).toMatchObject({ status: 'differs', difference: { file: `${sitePrefix}latest.json` } });
});

test('files that no check looks at are counted and named', async () => {
  const strange = withFiles(site, { 'logo.svg': 'x', [`${sitePrefix}9.9.9/results.csv`]: 'x' });

  expect((await all(verifyRootOf(strange)))[3]).toMatchObject({
    status: 'open',
    what: expect.stringMatching(/^2 files are not of a release, and not covered: .*9\.9\.9.*logo\.svg/),
  });
});
