import { describe, expect, test, vi } from 'vitest';
import { csv, registerCsv } from '../../support/builders.ts';
import { definition, election, pipeline, ready, votes } from './pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

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
