import { describe, expect, test, vi } from 'vitest';
import { encodedWords } from '../../../functions/model/encoded-words.ts';
import { nextEntry } from '../../../functions/model/ledger.ts';
import { anElection, csv, registerCsv } from '../../support/builders.ts';
import { definition, election, eventOf, pipeline, ready, votes } from './pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

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
      records: 1,
      bytes: expect.any(Number),
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

  test('of a withdrawal makes no new revision, and names a release that is there', async () => {
    const { store, upload, state, report } = await ready();
    await upload('results/list/a.csv', votes);
    const before = await state();
    const ledger = await store.ledger.read(election);
    const body = { version: '1.0.0', revision: 3, manifest: '1'.repeat(64), columns: 'c' };
    await store.ledger.append(nextEntry(ledger, election, '2024-03-11', { type: 'published', ...body }));
    const said = { by: 'Commission', at: '2024-03-12', reason: 'columns were swapped' };
    const withdrawn = (version: string) =>
      JSON.stringify({ ...said, status: 'partial', withdrawn: [{ ...said, version }] });

    const wrong = await upload('status.json', withdrawn('9.0.0'));
    const right = await upload('status.json', withdrawn('1.0.0'));

    expect(wrong).toMatchObject({ outcome: 'rejected', errors: 1 });
    expect(report('status.json', 'v4')?.findings[0]?.message.en).toBe(
      '/withdrawn/0/version: no release 9.0.0 has been published.',
    );
    expect(right).toMatchObject({ outcome: 'accepted', revision: before.revision });
    expect([...(await state()).withdrawn.keys()]).toEqual(['1.0.0']);
  });

  test('keeps why it was uploaded, as one line of plain letters', async () => {
    const { store, handle, state } = await ready();
    const reason = encodedWords('Учаскелік комиссияның\n№ 17 хаттамасы қайта саналды');
    store.seedUpload(`uploads/${election}/results/list/a.csv`, 'v3', votes, undefined, reason);

    await handle(eventOf(`uploads/${election}/results/list/a.csv`, 'v3', '0003'));

    expect((await state()).files.get('results/list/a.csv')?.reason).toBe(
      'Учаскелік комиссияның № 17 хаттамасы қайта саналды',
    );
  });

  test('corrects the former version of its key', async () => {
    const { upload, state, report } = await ready();
    await upload('results/list/a.csv', csv('station,A,B', 'st1,5,6'));

    const result = await upload('results/list/a.csv', csv('station,A,B', 'st1,7,6'));

    expect(result).toMatchObject({ outcome: 'accepted', revision: 4 });
    expect((await state()).files.get('results/list/a.csv')?.versionId).toBe('v4');
    expect(report('results/list/a.csv', 'v3')?.changes).toBeUndefined();
    expect(report('results/list/a.csv', 'v4')?.changes).toEqual({
      added: 0,
      removed: 0,
      changed: 1,
      fields: 1,
      listed: [{ contest: 'list', area: 'N1', station: 'st1', field: 'votes:A', before: 5, after: 7 }],
    });
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
    expect([...store.pages().values()].at(-1)).toContain('# Отклонён: ');
  });

  test('is in the ledger with its codes and the protocols found in it, and the revision stays', async () => {
    const { store, upload, state } = await ready();

    await upload('results/list/a.csv', csv('station,A,B', 'st1,5,x', 'st3,1,1', 'st9,1,1'));

    expect((await store.ledger.read(election)).at(-1)).toMatchObject({
      type: 'rejected',
      number: 3,
      file: 'results/list/a.csv',
      versionId: 'v3',
      kind: 'results',
      contest: 'list',
      codes: ['count-not-whole', 'station-unknown'],
      errors: 2,
      areas: [
        { area: 'N1', protocols: 1 },
        { area: 'N2', protocols: 1 },
      ],
    });
    expect((await state()).revision).toBe(2);
  });

  test('is entered once, however often its event comes', async () => {
    const { store, seed, handle } = await ready();
    const event = seed('results/list/a.csv', csv('station,A,B', 'st9,5,6'));

    const first = await handle(event);
    const again = await handle(event);

    expect(again).toEqual(first);
    expect((await store.ledger.read(election)).filter(({ type }) => type === 'rejected')).toHaveLength(1);
  });

  test('is judged again when its event comes again, and may be accepted then', async () => {
    const { upload, handle, seed, state } = pipeline();
    await upload('election.json', definition);
    const event = seed('results/list/a.csv', votes);
    expect(await handle({ ...event, mode: 'reject-waiting' })).toMatchObject({ outcome: 'rejected' });
    await upload('stations/register.csv', registerCsv);

    expect(await handle(event)).toMatchObject({ outcome: 'accepted', revision: 4 });
    expect((await state()).files.has('results/list/a.csv')).toBe(true);
  });

  test('counts no protocols when nothing could be read', async () => {
    const { store, upload } = await ready();

    await upload('results/list/a.csv', '');

    expect((await store.ledger.read(election)).at(-1)).toMatchObject({ codes: ['file-empty'], areas: [] });
  });

  test('with a key that Sailau does not read leaves no trace in the ledger', async () => {
    const { store, upload } = await ready();

    await upload('notes.txt', 'x');

    expect(await store.ledger.read(election)).toHaveLength(2);
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

test('the same bytes again still outdate a version between that comes late', async () => {
  const { seed, handle, upload, state } = await ready();
  await upload('results/list/a.csv', votes);
  const between = seed('results/list/a.csv', votes.replace('5', '4'));
  await upload('results/list/a.csv', votes);

  expect(await handle(between)).toMatchObject({ outcome: 'ignored' });
  expect((await state()).revision).toBe(3);
});

describe('a file that needs what is not there', () => {
  test('waits for the register of its own area, however many registers of others are in', async () => {
    const { seed, handle, upload } = pipeline();
    await upload('election.json', definition);
    await upload('stations/north.csv', csv('station,area', 'st1,N1'));
    const event = seed('results/list/south.csv', csv('area,station,A', 'S,st4,1'));

    await expect(handle(event)).rejects.toMatchObject({ name: 'WaitingForInput', code: 'register-missing' });
    await upload('stations/south.csv', csv('station,area', 'st4,S'));

    expect(await handle(event)).toMatchObject({ outcome: 'accepted' });
  });

  test('waits where its rows name no area, as long as the register of any area is to come', async () => {
    const { seed, handle, upload } = pipeline();
    await upload('election.json', definition);
    await upload('stations/north.csv', csv('station,area', 'st1,N1', 'st3,N2'));
    const south = seed('results/list/south.csv', csv('station,A', 'st4,1'));

    await expect(handle(south)).rejects.toMatchObject({ name: 'WaitingForInput', code: 'register-missing' });
    await upload('stations/south.csv', csv('station,area', 'st4,S'));

    expect(await handle(south)).toMatchObject({ outcome: 'accepted' });
    expect(await upload('results/list/north.csv', csv('station,A', 'st9,1'))).toMatchObject({
      outcome: 'rejected',
    });
  });

  test('does not wait for an area that the definition says has no stations', async () => {
    const { upload } = pipeline();
    const areas = anElection().areas.map((area) => (area.id === 'S' ? { ...area, stations: 0 } : area));
    await upload('election.json', JSON.stringify(anElection({ areas })));
    await upload('stations/north.csv', csv('station,area', 'st1,N1', 'st3,N2'));

    expect(await upload('results/list/a.csv', csv('station,A', 'st9,1'))).toMatchObject({
      outcome: 'rejected',
    });
  });

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
