import { expect, test } from 'vitest';
import { electionIn, releaseWithin, siteIn } from '../../../../cli/release/election.ts';
import { signature } from '../../../../cli/verify/checks/signature.ts';
import { evidenceIn } from '../../../../cli/verify/evidence.ts';
import { verify } from '../../../../cli/verify/verify.ts';
import { memoryFolder } from '../support.ts';
import { aKey, minisigned, signedElection } from './signing.ts';
import { all, type Files, textIn, threeReleases, withFiles } from './support.ts';

const [key, stranger] = [aKey(), aKey()];
const published = await threeReleases();
const election = signedElection(published, key);
/** As releases were before they were signed: nothing speaks of a signature. */
const unsigned = new Map([...published].filter(([path]) => !/\/(index\.json|.*\.minisig)$/.test(path)));
const newest = '1.0.2/SHA256SUMS.minisig';

test('every release of the chain is signed by the key that was given', async () => {
  expect(await signatureOf(election, { given: key.text })).toMatchObject({
    status: 'holds',
    what: expect.stringMatching(
      /^SHA256SUMS and those of 2 releases before it are signed by [0-9A-F]{16}, the key that you gave$/,
    ),
  });
});

test('by the key of the site it holds too, with the advice to compare the key', async () => {
  const line = key.text.split('\n')[1];

  expect(await signatureOf(election, { site: { 'minisign.pub': key.text } })).toMatchObject({
    status: 'holds',
    what: expect.stringContaining(
      `the site's own key: compare ${line} with one that you have from elsewhere`,
    ),
  });
});

test('after a change of keys an older release is checked with the key that the site keeps for it', async () => {
  const later = { '1.0.2/SHA256SUMS.minisig': signedElection(published, stranger).get(newest) ?? '' };
  const id = /by key ([0-9A-F]{16})/.exec(textIn(election, newest))?.[1];

  const verdict = await signatureOf(withFiles(election, later), {
    site: { 'minisign.pub': stranger.text, [`keys/${id}.pub`]: key.text },
  });

  expect(verdict).toMatchObject({ status: 'holds' });
});

test('without a key it is open, and says whose key to look for', async () => {
  expect(await signatureOf(election, {})).toMatchObject({
    status: 'open',
    what: expect.stringMatching(/^signed by key [0-9A-F]{16}: name a file with that public key by --key/),
  });
});

test('a release without a signature is open where nobody signs, and differs where somebody does', async () => {
  expect(await signatureOf(unsigned, {})).toMatchObject({ status: 'open' });
  for (const known of [{ given: key.text }, { site: { 'minisign.pub': key.text } }])
    expect(await signatureOf(unsigned, known)).toMatchObject({
      status: 'differs',
      difference: { file: 'SHA256SUMS.minisig', found: 'no such file' },
    });
});

test('a signature that the index of a release lists is missed, whoever takes it away', async () => {
  expect(await signatureOf(withFiles(election, { '1.0.1/SHA256SUMS.minisig': null }), {})).toMatchObject({
    status: 'differs',
    difference: { file: '1.0.1/SHA256SUMS.minisig', found: 'no such file' },
  });
});

test.each<[string, string, (text: string) => string]>([
  [
    'another key',
    newest,
    (text) => minisigned(Buffer.from(text), 'election:xx-2024\tversion:1.0.2', stranger),
  ],
  [
    'a changed comment that minisign does not sign',
    newest,
    (text) => text.replace('signature by', 'Signature by'),
  ],
  ['a changed trusted comment', newest, (text) => text.replace('version:1.0.2', 'version:1.0.3')],
  ['another line end', newest, (text) => text.replaceAll('\n', '\r\n')],
  ['the signature of another release', newest, () => textIn(election, '1.0.1/SHA256SUMS.minisig')],
  [
    'a changed signature of an old release',
    '1.0.0/SHA256SUMS.minisig',
    (text) => text.replace('file:', 'File:'),
  ],
])('%s is named', async (_what, path, change) => {
  const files = withFiles(election, { [path]: change(textIn(election, path)) });

  expect(await signatureOf(files, { given: key.text })).toMatchObject({
    status: 'differs',
    difference: { file: path.replace('1.0.2/', '') },
  });
});

test('checksums of another version, signed by the right key, are no signature of this one', async () => {
  const sums = election.get('1.0.2/SHA256SUMS') ?? new Uint8Array();
  const files = withFiles(election, { [newest]: minisigned(sums, 'election:xx-2024\tversion:1.0.1', key) });

  expect(await signatureOf(files, { given: key.text })).toMatchObject({
    status: 'differs',
    difference: { expected: 'a trusted comment that says version:1.0.2' },
  });
});

/** The verdict on the newest release, with a key that was given and the files at the root of the site. */
async function signatureOf(
  files: Files,
  { given = null, site = {} }: { given?: string | null; site?: Readonly<Record<string, string>> },
) {
  const disk = memoryFolder(files);
  const root = new Map(Object.entries(site));
  const around = {
    ...electionIn(disk, true),
    site: siteIn(memoryFolder(root)),
  };
  const evidence = evidenceIn(releaseWithin(disk, '1.0.2'), textIn(files, 'latest.json'), around, given);
  const [verdict] = await all(verify(evidence, [signature]));
  return verdict;
}
