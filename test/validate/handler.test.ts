import { describe, expect, test, vi } from 'vitest';
import type { Report } from '../../functions/model/generated/report.ts';
import { foldLedger } from '../../functions/model/state.ts';
import { createHandler } from '../../functions/validate/handler.ts';
import { anElection, councilContest, csv, electionId, registerCsv } from '../support/builders.ts';
import { memoryStore } from '../support/memory-store.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const election = electionId('xx-2024');
const definition = JSON.stringify(anElection());
const votes = csv('station,A,B', 'st1,5,6');

/** A store, its handler, and `upload`, which puts a version in the bucket and gives the event of it. */
function pipeline() {
  const store = memoryStore();
  const handle = createHandler(store);
  let uploads = 0;
  const seed = (file: string, content: string, root = 'uploads/xx-2024') => {
    uploads += 1;
    const versionId = `v${uploads}`;
    store.seedUpload(`${root}/${file}`, versionId, content);
    return eventOf(`${root}/${file}`, versionId, uploads.toString(16).padStart(4, '0').toUpperCase());
  };
  const upload = (file: string, content: string) => handle(seed(file, content));
  const state = async () => foldLedger(await store.ledger.read(election));
  const report = (file: string, versionId: string): Report | undefined =>
    store.reports().get(`reports/xx-2024/${file}/${versionId}/report.json`);
  return { store, handle, seed, upload, state, report };
}

function eventOf(key: string, versionId: string, sequencer: string, mode = 'check') {
  const object = { key, size: 1, etag: 'e', 'version-id': versionId, sequencer };
  const detail = { bucket: { name: 'intake' }, object };
  return {
    mode,
    event: { time: `2024-03-10T00:00:0${versionId.at(-1)}Z`, 'detail-type': 'Object Created', detail },
  };
}

async function ready() {
  const made = pipeline();
  await made.upload('election.json', definition);
  await made.upload('stations/register.csv', registerCsv);
  return made;
}

describe('an accepted upload', () => {
  test('is in the ledger with its batch, its report beside it, the time that of the event', async () => {
    const { store, upload, state, report } = await ready();

    const result = await upload('results/list/a.csv', votes);

    expect(result).toEqual({
      outcome: 'accepted',
      election,
      file: 'results/list/a.csv',
      versionId: 'v3',
      revision: 3,
      errors: 0,
      warnings: 0,
    });
    const entry = (await state()).files.get('results/list/a.csv');
    if (!entry) throw new Error('not in the ledger');
    expect(entry).toMatchObject({ at: '2024-03-10T00:00:03Z', kind: 'results', contest: 'list', records: 1 });
    expect(await store.batches.header(election, entry.batch)).toMatchObject({
      records: 1,
      areas: [{ area: 'N1', records: 1 }],
      references: [{ contest: 'list', options: ['A', 'B'] }],
    });
    expect(report('results/list/a.csv', 'v3')).toMatchObject({ outcome: 'accepted', batch: entry.batch });
  });

  test('of status.json sets the status without a batch', async () => {
    const { upload, state } = await ready();
    const status = { status: 'certified', by: 'Commission', at: '2024-03-12', reason: 'Decision 7' };

    await upload('status.json', JSON.stringify(status));

    expect((await state()).status?.status).toEqual(status);
  });

  test('corrects the former version of its key', async () => {
    const { upload, state } = await ready();
    await upload('results/list/a.csv', votes);

    const result = await upload('results/list/a.csv', csv('station,A,B', 'st1,7,6'));

    expect(result).toMatchObject({ outcome: 'accepted', revision: 4 });
    expect((await state()).files.get('results/list/a.csv')?.versionId).toBe('v4');
  });

  test('becomes another batch of the same bytes when the definition has changed', async () => {
    const { upload, state } = await ready();
    await upload('results/list/a.csv', votes);
    const before = (await state()).files.get('results/list/a.csv')?.batch;
    await upload('election.json', JSON.stringify(anElection({ notes: [{ en: 'A note' }] })));

    const result = await upload('results/list/a.csv', votes);

    expect(result.outcome).toBe('accepted');
    expect((await state()).files.get('results/list/a.csv')?.batch).not.toBe(before);
  });
});

describe('a rejected upload', () => {
  test('changes nothing, and its report names row, column and remedy', async () => {
    const { store, upload, state, report } = await ready();

    const result = await upload('results/list/a.csv', csv('station,A,B', 'st1,5,x', 'st9,1,1'));

    expect(result).toMatchObject({ outcome: 'rejected', errors: 2 });
    expect((await state()).revision).toBe(2);
    expect(report('results/list/a.csv', 'v3')?.findings[0]).toMatchObject({
      code: 'count-not-whole',
      where: { row: 2, column: 'B', station: 'st1', area: 'N1', contest: 'list', option: 'B' },
      remedy: { en: expect.stringContaining('digits') },
    });
    expect([...store.findings().values()].at(-1)?.split('\r\n')).toHaveLength(4);
  });

  test('with a key that Sailau does not read has a report when the key names an election', async () => {
    const { seed, handle, report } = pipeline();

    const result = await handle(seed('results.xlsx', 'x'));

    expect(result).toMatchObject({ outcome: 'rejected', election, file: 'results.xlsx', errors: 1 });
    expect(report('results.xlsx', 'v1')?.findings[0]?.message.en).toContain('uploads/xx-2024/results.xlsx');
  });
});

describe('an upload is ignored', () => {
  test.each([
    ['with a key that names no election', 'Bad Name/election.json', 'uploads'],
    ['when it climbs out of its folder', '../election.json', 'uploads'],
    ['when it is a folder', 'results/', 'uploads/xx-2024'],
  ])('%s', async (_name, file, root) => {
    const { seed, handle, store } = pipeline();

    const result = await handle(seed(file, '', root));

    expect(result.outcome).toBe('ignored');
    expect(store.reports().size).toBe(0);
  });

  test('when a later version of its key is in, by sequencers of different lengths', async () => {
    const { store, handle, state } = await ready();
    store.seedUpload('uploads/xx-2024/results/list/a.csv', 'v8', csv('station,A', 'st1,8'));
    store.seedUpload('uploads/xx-2024/results/list/a.csv', 'v9', csv('station,A', 'st1,9'));
    await handle(eventOf('uploads/xx-2024/results/list/a.csv', 'v9', '00A1'));

    const late = await handle(eventOf('uploads/xx-2024/results/list/a.csv', 'v8', '00A0FF'));

    expect(late.outcome).toBe('ignored');
    expect((await state()).files.get('results/list/a.csv')?.versionId).toBe('v9');
  });

  test('when it has been deleted before its turn', async () => {
    const { store, seed, handle } = await ready();
    const event = seed('results/list/a.csv', votes);
    store.removeUpload('uploads/xx-2024/results/list/a.csv');

    expect(await handle(event)).toMatchObject({ outcome: 'ignored' });
  });
});

describe('an upload is a duplicate', () => {
  test('when its event comes twice, and leads on to the allocation', async () => {
    const { seed, handle, state } = await ready();
    const event = seed('results/list/a.csv', votes);
    await handle(event);

    const again = await handle(event);

    expect(again).toMatchObject({ outcome: 'duplicate', revision: 3 });
    expect((await state()).revision).toBe(3);
  });

  test('when the same bytes are in under the same definition', async () => {
    const { upload, state, report } = await ready();
    await upload('results/list/a.csv', votes);

    const again = await upload('results/list/a.csv', votes);

    expect(again).toMatchObject({ outcome: 'duplicate', revision: 3 });
    expect((await state()).revision).toBe(3);
    expect(report('results/list/a.csv', 'v4')).toMatchObject({ outcome: 'accepted' });
  });
});

describe('a file that needs what is not there', () => {
  test('waits for the definition, then goes in', async () => {
    const { seed, handle, upload } = pipeline();
    const event = seed('stations/register.csv', registerCsv);

    await expect(handle(event)).rejects.toMatchObject({
      name: 'WaitingForInput',
      code: 'definition-missing',
    });
    await upload('election.json', definition);

    expect(await handle(event)).toMatchObject({ outcome: 'accepted' });
  });

  test('waits for a register', async () => {
    const { seed, handle, upload } = pipeline();
    await upload('election.json', definition);

    await expect(handle(seed('results/list/a.csv', votes))).rejects.toMatchObject({
      name: 'WaitingForInput',
      code: 'register-missing',
    });
  });

  test('is rejected with that reason when its time is over', async () => {
    const { store, handle, report } = pipeline();
    store.seedUpload('uploads/xx-2024/results/list/a.csv', 'v1', votes);

    const result = await handle(eventOf('uploads/xx-2024/results/list/a.csv', 'v1', '01', 'reject-waiting'));

    expect(result).toMatchObject({ outcome: 'rejected', errors: 1 });
    expect(report('results/list/a.csv', 'v1')?.findings[0]?.code).toBe('definition-missing');
  });
});

describe('two uploads at once', () => {
  test('that fit together are both taken in', async () => {
    const { seed, handle, state } = await ready();
    const first = seed('results/list/a.csv', csv('station,A', 'st1,5'));
    const second = seed('results/list/b.csv', csv('station,A', 'st2,5'));

    const results = await Promise.all([handle(first), handle(second)]);

    expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(results.map(({ revision }) => revision).sort()).toEqual([3, 4]);
    expect((await state()).files.size).toBe(4);
  });

  test('of the same station: the one that loses the number sees the other and is rejected', async () => {
    const { store, seed, handle, report } = await ready();
    const slow = seed('results/list/a.csv', csv('station,A', 'st1,5'));
    const fast = seed('results/list/b.csv', csv('station,A', 'st1,5'));
    store.beforeNext('ledger.append', async () => void (await handle(fast)));

    const result = await handle(slow);

    expect(result).toMatchObject({ outcome: 'rejected', errors: 1 });
    expect(report('results/list/a.csv', 'v3')?.findings[0]?.code).toBe('votes-conflict');
  });

  test('of which one is a new definition: the other is read again with it', async () => {
    const { store, seed, handle } = await ready();
    const slow = seed('results/list/a.csv', votes);
    const fast = seed('election.json', JSON.stringify(anElection({ contests: [councilContest()] })));
    store.beforeNext('ledger.append', async () => void (await handle(fast)));

    expect(await handle(slow)).toMatchObject({ outcome: 'rejected' });
  });

  test('of twenty files at once are all in, the ledger whole', async () => {
    const { seed, handle, upload, state } = pipeline();
    await upload('election.json', definition);
    const lines = Array.from({ length: 20 }, (_, index) => csv('station,area', `p${index},N1`));
    const events = lines.map((content, index) => seed(`stations/${index}.csv`, content));

    const results = await Promise.all(events.map((event) => handle(event)));

    expect(results.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect((await state()).revision).toBe(21);
  });

  test('never end: the ledger is busy, and the state machine may try again', async () => {
    const { store, seed, handle } = await ready();
    vi.spyOn(store.ledger, 'append').mockResolvedValue(false);

    await expect(handle(seed('results/list/a.csv', votes))).rejects.toMatchObject({ name: 'LedgerBusy' });
  });
});

describe('a crash', () => {
  test.each(['batches.write', 'batches.write:header', 'uploads.writeReport', 'ledger.append'] as const)(
    'at %s leaves nothing half done: the next attempt finishes',
    async (point) => {
      const { store, seed, handle, state } = await ready();
      const event = seed('results/list/a.csv', votes);
      store.failNext(point);
      await expect(handle(event)).rejects.toThrow('connection was lost');
      expect((await state()).revision).toBe(2);

      const result = await handle(event);

      expect(result).toMatchObject({ outcome: 'accepted', revision: 3 });
    },
  );

  test('after the entry was appended shows as a duplicate, which goes on', async () => {
    const { store, seed, handle } = await ready();
    const event = seed('results/list/a.csv', votes);
    store.failAfterNext('ledger.append');
    await expect(handle(event)).rejects.toThrow('connection was lost');

    expect(await handle(event)).toMatchObject({ outcome: 'duplicate', revision: 3 });
  });
});

test.each([
  null,
  {},
  { mode: 'check' },
  { mode: 'other', event: {} },
  { mode: 'check', event: { time: 'x' } },
])('refuses an event that is none: %j', async (event) => {
  const { handle } = pipeline();

  await expect(handle(event)).rejects.toMatchObject({ name: 'EventInvalid' });
});
