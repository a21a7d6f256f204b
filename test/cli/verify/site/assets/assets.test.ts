import { expect, test } from 'vitest';
import { minisign, minisignPublicKey } from '../../../../../functions/publish/sign/minisign.ts';
import { placeBuild } from '../../../../../functions/publish/site/explorer.ts';
import { signaturePath, sumsPath } from '../../../../../functions/publish/site/explorer-sums.ts';
import { integrityOf } from '../../../../../functions/publish/write/hash.ts';
import { aBuild } from '../../../../support/explorer.ts';
import { signerOf } from '../../../../support/signer.ts';
import {
  all,
  aSite,
  type Files,
  publishersKey,
  sitePrefix,
  textIn,
  verifyRootOf,
  withFiles,
} from '../../election/support.ts';

const site = await aSite();
const paths = [...site.keys()].filter((path) => path.startsWith('assets/')).sort();
const sumsOf = (build: string) =>
  paths.find((path) => path.endsWith('sums') && textIn(site, path).includes(`app-${build}.js`)) ?? '';
const sums = sumsOf('2');
const former = sumsOf('1');
const stranger = signerOf(9);

test('every file of every build is held against checksums that are signed', async () => {
  expect(await verdictOn(site, publishersKey)).toEqual({
    check: 'assets',
    status: 'holds',
    what: expect.stringMatching(
      /^6 files as in 2 lists of checksums, signed by \w{16}, the key that you gave$/,
    ),
  });
});

test('a site without the explorer has nothing to check', async () => {
  const plain = [...site].filter(([path]) => !path.startsWith('assets/') && !path.endsWith('.html'));

  expect(await verdictOn(new Map(plain))).toMatchObject({
    status: 'holds',
    what: 'no page loads a script or a style',
  });
});

test.each(paths)('another byte in %s is named', async (path) => {
  const bytes = Buffer.from(site.get(path) ?? '');
  for (let place = 0; place < bytes.length; place += 7) {
    const other = Buffer.from(bytes);
    other[place] = (other[place] ?? 0) ^ 1;

    expect(await verdictOn(withFiles(site, { [path]: other })), `byte ${place}`).toMatchObject({
      status: 'differs',
      difference: { file: path },
    });
  }
});

test.each(paths)('%s is missed', async (path) => {
  expect(await verdictOn(withFiles(site, { [path]: null }))).toMatchObject({
    status: 'differs',
    difference: { file: path },
  });
});

test.each(['assets/evil.js', 'assets/deep/evil.js', 'assets/0123456789abcdef.sha256sums.txt'])(
  'a stranger among the assets is named: %s',
  async (path) => {
    expect(await verdictOn(withFiles(site, { [path]: 'x' }))).toMatchObject({
      status: 'differs',
      difference: { file: path, found: 'another' },
    });
  },
);

test('checksums in the place of those of another build are named', async () => {
  const swapped = withFiles(site, { [sums]: textIn(site, former), [former]: textIn(site, sums) });

  expect(await verdictOn(swapped)).toMatchObject({ difference: { file: [former, sums].sort()[0] } });
});

test('a build that somebody else signed is no difference of a site that keeps that key, and one under a key that you have', async () => {
  const { id, text } = await minisignPublicKey(stranger);
  const added: Record<string, Uint8Array | string> = { [`keys/${id}.pub`]: text };
  const put = async (path: string, _type: string, bytes: Uint8Array) => {
    added[path] = bytes;
  };
  const assets = await placeBuild(aBuild('evil'), put, { signer: stranger, codeVersion: '0.1.0' });
  const files = withFiles(site, added);

  expect(await verdictOn(files)).toMatchObject({ status: 'holds' });
  expect(await verdictOn(files, publishersKey)).toMatchObject({
    status: 'differs',
    difference: { found: expect.stringContaining(`by key ${id}`) },
  });
  expect(await verdictOn(withFiles(files, { [`keys/${id}.pub`]: null }))).toMatchObject({
    status: 'differs',
    difference: { file: signaturePath(assets.sums), found: expect.stringContaining(`by key ${id}`) },
  });
});

test('another text that the publisher has signed cannot be passed off as checksums', async () => {
  const text = textIn(site, `${sitePrefix}1.0.0/SHA256SUMS`);
  const signature = textIn(site, `${sitePrefix}1.0.0/SHA256SUMS.minisig`);
  const path = sumsPath(signature);
  const files = withFiles(site, { [path]: text, [signaturePath(path)]: signature });

  expect(await verdictOn(files)).toMatchObject({
    status: 'differs',
    difference: { file: signaturePath(path), expected: expect.stringContaining('project:sailau') },
  });
});

test.each([
  ['climbs', `${'0'.repeat(64)}  assets/../index.html\n`],
  ['has no end', `${'0'.repeat(64)}  assets/app-2.js`],
  ['has another hash', `${'0'.repeat(32)}  assets/app-2.js\n`],
])('a list that %s is no list of checksums, whoever signed it', async (_what, text) => {
  const signature = await minisign(stranger, Buffer.from(text), 'project:sailau\tfiles:explorer');
  const path = sumsPath(signature);
  const { text: key } = await minisignPublicKey(stranger);
  const lone = new Map<string, Uint8Array>([
    [path, Buffer.from(text)],
    [signaturePath(path), Buffer.from(signature)],
  ]);

  expect(await verdictOn(lone, key)).toMatchObject({ status: 'differs', difference: { file: path } });
});

test('a page that leads to the checksums of another build is named', async () => {
  const page = `${sitePrefix}index.kk.html`;
  const files = withFiles(site, { [page]: textIn(site, page).replace(sums, former) });

  expect(await verdictOn(files)).toMatchObject({
    status: 'differs',
    difference: { file: page, found: former },
  });
});

test.each([
  ['style', 'style-2.css'],
  ['script', 'app-2.js'],
  ['part', 'view-2.js'],
])(
  'a page that states the hash of another %s is named, for no browser runs what it loads',
  async (_what, name) => {
    const page = `${sitePrefix}index.ru.html`;
    const files = withFiles(site, {
      [page]: textIn(site, page).replace(new RegExp(`(${name}" integrity="sha384-).{4}`), '$1AAAA'),
    });
    const verdicts = await all(verifyRootOf(files));

    expect(verdicts.filter(({ status }) => status !== 'holds')).toMatchObject([
      {
        check: 'pages',
        difference: { file: page, found: `a page that loads assets/${name} by the hash of other bytes` },
      },
    ]);
  },
);

test('a page that hints at a part that is not there is named', async () => {
  const page = 'index.kk.html';
  const files = withFiles(site, { [page]: textIn(site, page).replaceAll('view-2.js', 'view-3.js') });
  const verdicts = await all(verifyRootOf(files));

  expect(verdicts.filter(({ status }) => status !== 'holds')).toMatchObject([
    { check: 'assets', difference: { file: page, expected: expect.stringContaining('assets/view-3.js') } },
    {
      check: 'root',
      difference: { file: page, found: 'a page that leads to assets/view-3.js, which is not there' },
    },
  ]);
});

test('a page that hints at a part of another build, by its true hash, is named', async () => {
  const page = 'index.html';
  const hintOf = (path: string) =>
    `<link rel="modulepreload" href="${path}" integrity="${integrityOf(site.get(path) ?? Buffer.of())}">`;
  const own = hintOf('assets/view-2.js');
  const files = withFiles(site, { [page]: textIn(site, page).replace(own, hintOf('assets/view-1.js')) });

  expect(textIn(site, page)).toContain(own);
  expect(await verdictOn(files)).toMatchObject({
    status: 'differs',
    difference: { file: page, expected: expect.stringContaining('assets/view-1.js') },
  });
});

async function verdictOn(files: Files, key: string | null = null) {
  const [first] = await all(verifyRootOf(files, key));
  return first;
}
