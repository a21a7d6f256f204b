import { describe, expect, test, vi } from 'vitest';
import { csv } from '../../support/builders.ts';
import { eventOf, pipeline, ready, votes } from './pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

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

test('the report on a rejected version stays, when a later one comes between while the first is looked at again', async () => {
  const { store, seed, handle, upload, report } = await ready();
  await upload('results/list/b.csv', votes);
  const first = seed('results/list/a.csv', votes);
  await handle(first);
  await upload('results/list/b.csv', votes.replace('st1', 'st2'));
  const later = seed('results/list/a.csv', votes.replace('5', '4'));
  const { append } = store.ledger;
  let meanwhile: Promise<unknown> | null = null;
  store.ledger.append = async (entry) => {
    if (meanwhile === null) {
      meanwhile = Promise.resolve();
      await handle(later);
    }
    return append(entry);
  };

  const again = await handle(first);

  expect(again.outcome).toBe('ignored');
  expect(report('results/list/a.csv', 'v4')).toMatchObject({ outcome: 'rejected' });
  expect(report('results/list/a.csv', 'v6')).toMatchObject({ outcome: 'accepted' });
});
