import { describe, expect, test, vi } from 'vitest';
import { anElection, csv, registerCsv } from '../../support/builders.ts';
import { definition, eventOf, pipeline, votes } from './pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

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
