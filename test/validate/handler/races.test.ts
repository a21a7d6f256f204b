import { describe, expect, test, vi } from 'vitest';
import { anElection, councilContest, csv } from '../../support/builders.ts';
import { definition, pipeline, ready, votes } from './pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

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

  test('the one that loses the number does not write its records again', async () => {
    const { store, seed, handle } = await ready();
    const slow = seed('results/list/a.csv', csv('station,A', 'st1,5'));
    const fast = seed('results/list/b.csv', csv('station,A', 'st2,5'));
    const before = store.calls('batches.write:header');
    store.beforeNext('ledger.append', async () => void (await handle(fast)));

    const result = await handle(slow);

    expect(result.outcome).toBe('accepted');
    expect(store.calls('batches.write:header') - before).toBe(2);
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

  test('of which both are of one event: the slower leaves the report that the entry came from', async () => {
    const { store, seed, handle, report } = await ready();
    const former = seed('results/list/a.csv', csv('station,A', 'st1,5'));
    const event = seed('results/list/a.csv', csv('station,A', 'st1,6'));
    store.beforeNext('uploads.writeReport', async () => {
      await handle(former);
      await handle(event);
    });

    const slower = await handle(event);

    expect(slower).toMatchObject({ outcome: 'duplicate' });
    expect(report('results/list/a.csv', 'v4')?.changes).toMatchObject({ changed: 1 });
  });

  test('of which both are of one event: nothing is reported as rejected that was accepted meanwhile', async () => {
    const { store, seed, handle, upload, report } = await ready();
    await upload('results/list/b.csv', csv('station,A', 'st1,5'));
    const event = seed('results/list/a.csv', csv('station,A', 'st1,6'));
    store.beforeNext('uploads.writeReport', async () => {
      await upload('results/list/b.csv', csv('station,A', 'st2,5'));
      await handle(event);
    });

    await handle(event);

    expect(report('results/list/a.csv', 'v4')).toMatchObject({ outcome: 'accepted' });
  });

  test('of one event that was rejected before: the slower does not hide that it was accepted meanwhile', async () => {
    const { store, seed, handle, upload, report } = await ready();
    await upload('results/list/b.csv', csv('station,A', 'st1,5'));
    const event = seed('results/list/a.csv', csv('station,A', 'st1,6'));
    await handle(event);
    store.beforeNext('uploads.writeReport', async () => {
      await upload('results/list/b.csv', csv('station,A', 'st2,5'));
      await handle(event);
    });

    await handle(event);

    expect(report('results/list/a.csv', 'v4')).toMatchObject({ outcome: 'accepted' });
  });

  test('of which one file was deleted after it was taken in: its event leads on to the release all the same', async () => {
    const { store, seed, handle } = await ready();
    const event = seed('results/list/a.csv', votes);
    await handle(event);
    store.removeUpload('uploads/xx-2024/results/list/a.csv');

    expect(await handle(event)).toMatchObject({ outcome: 'duplicate', revision: 3 });
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
