import { expect, test } from 'vitest';
import { anElection } from '../../support/builders.ts';
import { aProtocol, aSetting, register } from '../setting.ts';

/** The election with a register of 2900 voters and what these stations have counted. */
async function counted(...protocols: readonly ReturnType<typeof aProtocol>[]) {
  const setting = aSetting();
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  await setting.accept('stations/all.csv', { kind: 'stations', stations: register });
  await setting.accept('results/list/a.csv', { kind: 'results', protocols });
  await setting.release();
  const { contests } = JSON.parse(setting.read('1.0.0/summary.json'));
  return { list: contests[0], readme: setting.read('1.0.0/README.md') };
}

const st = (area: string, station: string, A: number, B: number, C: number) =>
  aProtocol(area, station, { A, B, C, 'against-all': 0 });

test('with half of the voters missing, the summary has the bounds of every list, and the README says that it is open', async () => {
  const { list, readme } = await counted(st('N1', 'st1', 500, 300, 200), st('N1', 'st2', 400, 250, 100));

  expect(list.margins).toMatchObject({ state: 'open', missing: { protocols: 2, voters: 1100 } });
  expect(list.margins.seats).toHaveLength(3);
  for (const { option, atLeast, atMost } of list.margins.seats) {
    const seats = list.options.find((one: { option: string }) => one.option === option).seats;
    expect(atLeast).toBeLessThanOrEqual(seats);
    expect(atMost).toBeGreaterThanOrEqual(seats);
  }
  expect(readme).toContain('**Open**: 1,100 voters are registered where protocols are missing');
});

test('everything in is final: no bounds are spoken of', async () => {
  const { list, readme } = await counted(
    ...register.map(({ area, station }) => st(area, station, 300, 150, 50)),
  );

  expect(list.margins.state).toBe('final');
  expect(readme).not.toContain('registered where protocols are missing');
});

test('a result that the missing cannot change is decided, and says by how much', async () => {
  // 7.2, 1.8 and 1.0 of ten seats: 500 voters among 300 000 move no quotient by more than a sixtieth of a seat.
  const { list, readme } = await counted(
    st('N1', 'st1', 72_000, 18_000, 10_000),
    st('N1', 'st2', 72_000, 18_000, 10_000),
    st('N2', 'st3', 72_000, 18_000, 10_000),
  );

  expect(list.margins).toMatchObject({ state: 'decided', missing: { protocols: 1, voters: 500 } });
  expect(Number(list.margins.needed)).toBeGreaterThan(500);
  expect(readme).toContain('**Decided**: 500 voters are registered where protocols are missing');
});
