import { describe, expect, test } from 'vitest';
import { isBatchId } from '../../functions/model/ids.ts';
import { brokenLink, type Entry, type EntryBody, nextEntry } from '../../functions/model/ledger.ts';
import { filesOfKind, foldLedger, pendingRejections } from '../../functions/model/state.ts';
import { electionId } from '../support/builders.ts';

const election = electionId('xx-2024');
const version = { versionId: 'v1', sha256: '0'.repeat(64), bytes: 1, sequencer: '01' };

function ledgerOf(...bodies: EntryBody[]): Entry[] {
  const ledger: Entry[] = [];
  for (const body of bodies) ledger.push(nextEntry(ledger, election, '2024-03-10T00:00:00Z', body));
  return ledger;
}

function accepted(file: string, mark: string): EntryBody {
  const batch = mark.repeat(32);
  if (!isBatchId(batch)) throw new RangeError(mark);
  const kind = file === 'election.json' ? 'definition' : 'results';
  return { type: 'accepted', ...version, file, kind, contest: null, batch, records: 1, warnings: 0 };
}

function rejected(file: string, sequencer: string, codes = ['file-empty']): EntryBody {
  const kind = file === 'status.json' ? 'status' : 'results';
  const said = { kind, contest: null, codes, errors: codes.length, areas: [] } as const;
  return { type: 'rejected', ...version, sequencer, file, ...said };
}

const publishing: EntryBody = { type: 'publishing', version: '1.0.0', revision: 2, codeVersion: '1' };
const published: EntryBody = {
  type: 'published',
  version: '1.0.0',
  revision: 2,
  manifest: 'm',
  columns: 'c',
};
const status: EntryBody = {
  type: 'status',
  ...version,
  file: 'status.json',
  status: { status: 'partial', by: 'CEC', at: '2024-03-10', reason: 'counting' },
};

describe('the chain of a ledger', () => {
  const ledger = ledgerOf(accepted('election.json', 'a'), accepted('results/list/a.csv', 'b'), publishing);

  test('holds as it was written', () => {
    expect(brokenLink(ledger)).toBeNull();
    expect(ledger.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(ledger[0]?.previous).toBe('0'.repeat(64));
  });

  test('breaks after an entry that was changed, and where one is missing', () => {
    const changed = ledger.map((entry) =>
      entry.number === 1 ? { ...entry, at: '2025-01-01T00:00:00Z' } : entry,
    );

    expect(brokenLink(changed)).toBe(2);
    expect(brokenLink(ledger.filter(({ number }) => number !== 2))).toBe(2);
  });
});

describe('the state of an election', () => {
  test('is the last accepted version of each file, in the order of their names', () => {
    const state = foldLedger(
      ledgerOf(
        accepted('results/list/b.csv', 'a'),
        accepted('election.json', 'b'),
        accepted('results/list/b.csv', 'c'),
      ),
    );

    expect([...state.files.keys()]).toEqual(['election.json', 'results/list/b.csv']);
    expect(state.files.get('results/list/b.csv')?.batch).toBe('c'.repeat(32));
    expect(state.definition?.number).toBe(2);
    expect(filesOfKind(state, 'results').map(({ number }) => number)).toEqual([3]);
    expect(state.revision).toBe(3);
  });

  test('at an earlier revision knows what was in then, and the releases of today', () => {
    const ledger = ledgerOf(
      accepted('election.json', 'a'),
      status,
      publishing,
      published,
      accepted('election.json', 'b'),
    );

    const state = foldLedger(ledger, 2);

    expect(state.definition?.batch).toBe('a'.repeat(32));
    expect(state.status?.status.status).toBe('partial');
    expect(state.revision).toBe(2);
    expect(state.releases).toHaveLength(1);
  });

  test('does not move its revision by releases, and knows the one that is not finished', () => {
    const begun = foldLedger(ledgerOf(accepted('election.json', 'a'), publishing));
    const finished = foldLedger(ledgerOf(accepted('election.json', 'a'), publishing, published));

    expect([begun.revision, begun.unfinished?.version]).toEqual([1, '1.0.0']);
    expect([finished.revision, finished.unfinished]).toEqual([1, null]);
  });

  test('of an empty ledger is empty', () => {
    expect(foldLedger([])).toMatchObject({
      revision: 0,
      definition: null,
      status: null,
      releases: [],
      unfinished: null,
    });
  });
});

describe('a rejection', () => {
  test('changes neither revision nor content, and keeps the chain whole', () => {
    const before = ledgerOf(accepted('election.json', 'a'), accepted('results/list/a.csv', 'b'));
    const after = ledgerOf(
      accepted('election.json', 'a'),
      accepted('results/list/a.csv', 'b'),
      rejected('results/list/a.csv', '02'),
    );

    expect(foldLedger(after)).toEqual(foldLedger(before));
    expect(brokenLink(after)).toBeNull();
  });

  test.each([
    ['of a file that was never accepted', [rejected('a.csv', '01')], ['01']],
    ['of a correction', [accepted('a.csv', 'b'), rejected('a.csv', '02')], ['02']],
    [
      'of the newest of several versions, whichever was entered last',
      [rejected('a.csv', '03'), rejected('a.csv', '02')],
      ['03'],
    ],
    ['of a newer version that was judged first', [rejected('a.csv', '02'), accepted('a.csv', 'b')], ['02']],
    ['of the status', [status, rejected('status.json', '02')], ['02']],
  ])('%s is pending', (_name, bodies, sequencers) => {
    const ledger = ledgerOf(...bodies);

    expect(pendingRejections(ledger, foldLedger(ledger)).map(({ sequencer }) => sequencer)).toEqual(
      sequencers,
    );
  });

  test.each([
    ['a later version is accepted', [rejected('a.csv', '00'), accepted('a.csv', 'b')]],
    ['the same version is accepted at a second look', [rejected('a.csv', '01'), accepted('a.csv', 'b')]],
    ['a later status is set', [rejected('status.json', '00'), status]],
  ])('is over when %s', (_name, bodies) => {
    const ledger = ledgerOf(...bodies);

    expect(pendingRejections(ledger, foldLedger(ledger))).toEqual([]);
  });

  test('of the same version with other codes: the last word counts', () => {
    const ledger = ledgerOf(
      rejected('a.csv', '01', ['register-missing']),
      rejected('a.csv', '01', ['file-empty']),
    );

    expect(pendingRejections(ledger, foldLedger(ledger)).map(({ codes }) => codes)).toEqual([['file-empty']]);
  });
});
