import { expect, test } from 'vitest';
import { electionIn, releaseWithin } from '../../../../cli/release/election.ts';
import { versions } from '../../../../cli/verify/checks/election/versions.ts';
import { evidenceIn } from '../../../../cli/verify/evidence.ts';
import { verify } from '../../../../cli/verify/verify.ts';
import { aFullElection } from '../../../publish/setting.ts';
import { memoryFolder } from '../support.ts';
import { all, type Files, textIn, threeReleases, withFiles } from './support.ts';

const election = await threeReleases();

test.each(['1.0.2', '1.0.1', '1.0.0'])('the list holds, seen from release %s', async (version) => {
  const [verdict] = await versionsOf(election, version);

  expect(verdict).toMatchObject({
    status: 'holds',
    what: 'versions.json lists 3 releases as chain and ledger have them',
  });
});

test('a withdrawn release is listed as such, by whom and why', async () => {
  const { store, setStatus, release } = await aFullElection();
  await release();
  const withdrawal = { version: '1.0.0', by: 'Commission', at: '2024-03-16', reason: 'Wrong' };
  await setStatus({
    status: 'certified',
    by: 'Commission',
    at: '2024-03-15',
    reason: 'Protocol 7',
    withdrawn: [withdrawal],
  });
  await release();
  const files = new Map(
    [...store.files()].map(([key, bytes]) => [key.replace('elections/xx-2024/', ''), bytes]),
  );

  const [held] = await versionsOf(files, '1.0.0');
  const [broken] = await versionsOf(edited(files, '"withdrawn": true', '"withdrawn": false'), '1.0.0');

  expect(held).toMatchObject({ status: 'holds' });
  expect(broken).toMatchObject({
    difference: { at: '/releases/1/withdrawn', expected: 'true, as latest.json has it' },
  });
});

test.each([
  ['another hash of a manifest', /"manifest": "./, '"manifest": "g', '/releases/0/manifest'],
  ['another time', /"at": "2024/, '"at": "2025', '/releases/0/at'],
  ['another who stated the status', '"by": "Commission"', '"by": "Somebody"', '/releases/0/status/by'],
  ['another release before', '"previous": "1.0.0"', '"previous": null', '/releases/1/previous'],
  ['another newest', '"latest": "1.0.2"', '"latest": "1.0.1"', '/latest'],
  ['other bytes', '"latest"', ' "latest"', ''],
])('%s is a difference', async (_what, before, after, at) => {
  const [verdict] = await versionsOf(edited(election, before, after), '1.0.2');

  expect(verdict).toMatchObject({ status: 'differs', difference: { file: 'versions.json', at } });
});

test('an election without the list does not hold', async () => {
  const [verdict] = await versionsOf(withFiles(election, { 'versions.json': null }), '1.0.2');

  expect(verdict).toMatchObject({ status: 'differs', difference: { file: 'versions.json', found: 'none' } });
});

function edited(files: Files, before: string | RegExp, after: string): Files {
  const text = textIn(files, 'versions.json');
  const other = text.replace(before, after);
  if (other === text) throw new RangeError(`versions.json has no ${before}`);
  return withFiles(files, { 'versions.json': other });
}

function versionsOf(files: Files, version: string) {
  const disk = memoryFolder(files);
  const pointer = textIn(files, 'latest.json');
  return all(verify(evidenceIn(releaseWithin(disk, version), pointer, electionIn(disk, true)), [versions]));
}
