import { expect, test } from 'vitest';
import { isBatchId } from '../../functions/model/ids.ts';
import { type Entry, type EntryBody, nextEntry } from '../../functions/model/ledger.ts';
import { LedgerBusy, PublishError, ReleaseBusy } from '../../functions/publish/errors.ts';
import { waitingSince } from '../../functions/publish/lag.ts';
import { tellError, tellResult } from '../../functions/publish/result.ts';
import { electionId } from '../support/builders.ts';
import { aFullElection } from './setting.ts';

const election = electionId('xx-2024');
const version = { versionId: 'v1', sha256: '0'.repeat(64), bytes: 1, sequencer: '01' };

/** A ledger of files that came at these times; a file's mark is what it holds. */
function ledgerOf(...came: readonly (readonly [time: string, file: string, mark: string])[]): Entry[] {
  const ledger: Entry[] = [];
  for (const [time, file, mark] of came)
    ledger.push(nextEntry(ledger, election, `2024-03-10T${time}Z`, fileOf(file, mark)));
  return ledger;
}

function fileOf(file: string, mark: string): EntryBody {
  const batch = mark.repeat(32);
  if (!isBatchId(batch)) throw new RangeError(mark);
  const kind = file === 'election.json' ? 'definition' : 'results';
  return { type: 'accepted', ...version, file, kind, contest: null, batch, records: 1, warnings: 0 };
}

test('nothing waits before results are in, however old the definition is', () => {
  const ledger = ledgerOf(['01:00:00', 'election.json', 'a'], ['20:00:00', 'results/list/a.csv', 'b']);

  expect(waitingSince(ledger, 0, 1)).toBeNull();
  expect(waitingSince(ledger, 0, 2)).toBe('2024-03-10T20:00:00Z');
});

test('the oldest change after the release before is the one that has waited, whatever its number', () => {
  const ledger = ledgerOf(
    ['20:00:00', 'results/list/a.csv', 'a'],
    ['20:09:00', 'results/list/b.csv', 'b'],
    ['20:05:00', 'results/list/c.csv', 'c'],
    ['20:01:00', 'results/list/d.csv', 'd'],
  );

  expect(waitingSince(ledger, 1, 3)).toBe('2024-03-10T20:05:00Z');
  expect(waitingSince(ledger, 1, 4)).toBe('2024-03-10T20:01:00Z');
  expect(waitingSince(ledger, 4, 4)).toBeNull();
});

test('the same bytes again wait for nothing', () => {
  const ledger = ledgerOf(
    ['20:00:00', 'results/list/a.csv', 'a'],
    ['20:01:00', 'results/list/a.csv', 'a'],
    ['20:02:00', 'results/list/b.csv', 'b'],
  );

  expect(waitingSince(ledger, 1, 3)).toBe('2024-03-10T20:02:00Z');
});

test('the run that finishes a release says what it wrote, the next one nothing', async () => {
  const setting = await aFullElection();
  const revision = await setting.allocate();

  const first = await setting.publish(revision);
  const second = await setting.publish(revision);

  expect(first).toMatchObject({ outcome: 'published', written: { version: '1.0.0' } });
  expect(second).toEqual({ outcome: 'covered', election, version: '1.0.0' });
  const told = tellResult(first, Date.parse(('written' in first && first.written?.since) || '') + 90_000);
  expect(told.counts).toMatchObject({ ReleasesPublished: 1, PublishLag: 90 });
  expect(told.counts?.ReleaseBytes).toBeGreaterThan(10_000);
  expect(tellResult(second, Date.now()).counts).toBeUndefined();
});

test('another at work is part of the plan, a fault is not', () => {
  const busy = { outcome: 'busy', counts: { PublishBusy: 1 } };

  expect(tellError(new ReleaseBusy('busy'))).toMatchObject(busy);
  expect(tellError(new LedgerBusy('contended', 'busy'))).toMatchObject(busy);
  expect(tellError(new PublishError('batch-missing', 'gone'))).toBeNull();
});
