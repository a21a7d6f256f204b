import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { electionIn, releaseWithin } from '../../../../cli/release/election.ts';
import { chain } from '../../../../cli/verify/checks/election/chain.ts';
import { evidenceIn } from '../../../../cli/verify/evidence.ts';
import { verify } from '../../../../cli/verify/verify.ts';
import { memoryFolder } from '../support.ts';
import { all, type Files, textIn, threeReleases, verifyElection, withFiles } from './support.ts';

const election = await threeReleases();

test('an election verifies: every check holds, and the chain is walked back to its first release', async () => {
  const verdicts = await all(verifyElection(election));

  expect(verdicts.filter(({ status }) => status === 'differs' || status === 'unchecked')).toEqual([]);
  expect(verdicts.find(({ check }) => check === 'chain')).toMatchObject({
    what: '3 releases back to 1.0.0, each manifest with the hash that the next names; all files of the others whole',
  });
  expect(verdicts.find(({ check }) => check === 'index')).toMatchObject({
    what: 'index.json lists 3 releases, those of the chain',
  });
});

test('an older release verifies as part of the chain that begins with the newest', async () => {
  const [verdict] = await chainOf(election, '1.0.0');

  expect(verdict).toMatchObject({
    status: 'holds',
    what: expect.stringContaining('3 releases back to 1.0.0'),
  });
});

test.each<[string, Readonly<Record<string, Uint8Array | string | null>>, string]>([
  ['a release of the middle is gone', { '1.0.1/manifest.json': null }, '1.0.1/manifest.json'],
  ['a manifest of the middle is another', { '1.0.1/manifest.json': '{}' }, '1.0.1/manifest.json'],
  ['a file of an old release was changed', { '1.0.0/results.csv': 'x' }, '1.0.0/results.csv'],
  ['a file of an old release is gone', { '1.0.1/README.md': null }, '1.0.1/README.md'],
  ['an old release has another file', { '1.0.1/more.csv': 'x' }, '1.0.1/more.csv'],
  ['the checksums of an old release are gone', { '1.0.0/SHA256SUMS': null }, '1.0.0/SHA256SUMS'],
  ['another release lies there', { '1.5.0/SHA256SUMS': 'x' }, '1.5.0/SHA256SUMS'],
])('%s: the chain names it', async (_what, files, named) => {
  const [verdict] = await chainOf(withFiles(election, files), '1.0.2');

  expect(verdict).toMatchObject({ status: 'differs', difference: { file: named } });
});

test('a half release that was given up is let lie', async () => {
  const [verdict] = await chainOf(withFiles(election, { '1.5.0/results.csv': 'x' }), '1.0.2');

  expect(verdict).toMatchObject({ status: 'holds' });
});

test('a chain that leads in a circle ends, and is named', async () => {
  const first = JSON.parse(textIn(election, '1.0.0/manifest.json'));
  const circle = { ...first, previous: { version: '1.0.2', manifest: '0'.repeat(64) } };

  const [verdict] = await chainOf(rebuilt(election, circle), '1.0.2');

  expect(verdict).toMatchObject({
    status: 'differs',
    difference: { file: '1.0.0/manifest.json', at: '/previous/version', found: '"1.0.2"' },
  });
});

test('an old release of another ledger is named, though all hashes of manifests fit', async () => {
  const first = { ...JSON.parse(textIn(election, '1.0.0/manifest.json')), ledger: 'f'.repeat(64) };

  const [verdict] = await chainOf(rebuilt(election, first), '1.0.2');

  expect(verdict).toMatchObject({
    status: 'differs',
    difference: { file: '1.0.0/manifest.json', at: '/ledger', found: 'f'.repeat(64) },
  });
});

test('a release that the newest does not lead to is not part of the chain', async () => {
  const other = withFiles(election, { '1.0.2/manifest.json': `${textIn(election, '1.0.2/manifest.json')} ` });
  const pointer = textIn(election, 'latest.json');
  const folder = releaseWithin(memoryFolder(other), '1.0.2');
  const evidence = evidenceIn(folder, pointer, electionIn(memoryFolder(election), false));

  const [verdict] = await all(verify(evidence, [chain]));

  expect(verdict).toMatchObject({ status: 'differs', difference: { file: 'manifest.json' } });
});

function chainOf(files: Files, version: string) {
  const disk = memoryFolder(files);
  const pointer = textIn(files, 'latest.json');
  return all(verify(evidenceIn(releaseWithin(disk, version), pointer, electionIn(disk, true)), [chain]));
}

/** With another first manifest, and every hash above it made to fit. */
function rebuilt(files: Files, first: object): Files {
  const others: Record<string, string> = { '1.0.0/manifest.json': JSON.stringify(first) };
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  for (const [version, before] of [
    ['1.0.1', '1.0.0'],
    ['1.0.2', '1.0.1'],
  ]) {
    const manifest = JSON.parse(textIn(files, `${version}/manifest.json`));
    manifest.previous.manifest = hash(others[`${before}/manifest.json`] ?? '');
    others[`${version}/manifest.json`] = JSON.stringify(manifest);
  }
  const manifest = hash(others['1.0.2/manifest.json'] ?? '');
  const latest = {
    ...JSON.parse(textIn(files, 'latest.json')),
    manifest,
    newest: { version: '1.0.2', manifest },
  };
  return withFiles(files, { ...others, 'latest.json': JSON.stringify(latest) });
}
