import { expect, test } from 'vitest';
import { tellError, tellResult } from '../../../functions/validate/entry/tell.ts';
import { LedgerBusy, WaitingForInput } from '../../../functions/validate/errors.ts';
import { csv } from '../../support/builders.ts';
import { ready, votes } from './pipeline.ts';

test('an accepted file is counted with its records and bytes', async () => {
  const { upload } = await ready();

  const told = tellResult(await upload('results/list/a.csv', votes));

  expect(told).toMatchObject({
    outcome: 'accepted',
    facts: { election: 'xx-2024', file: 'results/list/a.csv', versionId: 'v3', revision: 3, records: 1 },
    counts: { UploadsAccepted: 1, Records: 1, UploadBytes: votes.length, FindingErrors: 0 },
  });
});

test('a rejected file is counted with its errors, a repeated one once and without its records', async () => {
  const { upload } = await ready();
  await upload('results/list/a.csv', votes);

  const rejected = tellResult(await upload('results/list/b.csv', csv('station,A,B', 'st9,5,6')));
  const repeated = tellResult(await upload('results/list/a.csv', votes));

  expect(rejected.counts).toMatchObject({ UploadsRejected: 1, Records: 0 });
  expect(rejected.counts?.FindingErrors).toBeGreaterThan(0);
  expect(repeated).toMatchObject({ outcome: 'duplicate', counts: { UploadsDuplicate: 1 } });
  expect(repeated.counts).not.toHaveProperty('Records');
});

test('a file that waits is counted as such, a busy ledger is no fault, anything else is', () => {
  expect(tellError(new WaitingForInput('definition-missing', 'no definition'))).toMatchObject({
    outcome: 'waiting',
    counts: { UploadsWaiting: 1 },
  });
  expect(tellError(new LedgerBusy('xx-2024', 30))).toMatchObject({
    outcome: 'busy',
    counts: { ValidateBusy: 1 },
  });
  expect(tellError(new TypeError('a fault'))).toBeNull();
});
