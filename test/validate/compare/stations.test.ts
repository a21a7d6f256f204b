import { expect, test } from 'vitest';
import type { Current } from '../../../functions/validate/current/current.ts';
import { memoryCurrent } from '../../../functions/validate/current/memory.ts';
import { csv, electionId } from '../../support/builders.ts';
import { codesOf, electionWith, factsOf, verdictOn } from '../checking.ts';

const head = 'station,area,name,registered';

test('a register is compared with the ids of all others, and with the stations of the areas that both have', async () => {
  const current = await electionWith({ 'stations/a.csv': csv(head, 'p1,N1,Mill,10', 'q1,S,Mill,10') });
  const read: string[] = [];

  const { findings } = await verdictOn(
    { 'stations/b.csv': csv(head, 'st4,N1,,', 'P1,N1,,', 'p3,N1,Mill,10', 'p4,N2,Mill,10') },
    memoryCurrent(electionId('xx-2024'), watched(current, read)),
  );

  expect(findings.kept.map((found) => [found.code, found.where.row, factsOf(found)])).toEqual([
    ['station-elsewhere', 2, { station: 'st4', other: 'stations/register.csv' }],
    ['station-alike', 3, { station: 'P1', other: 'p1' }],
    ['station-repeated', 4, { station: 'p3', other: 'p1' }],
  ]);
  expect([...new Set(read)].sort()).toEqual([
    'stations/a.csv N1',
    'stations/register.csv N1',
    'stations/register.csv N2',
  ]);
});

test('the findings are the same where others were written before there were rolls', async () => {
  const others = { 'stations/a.csv': csv(head, 'p1,N1,Mill,10', 'q1,S,Mill,10') };
  const results = { 'results/list/a.csv': csv('station,A', 'st1,5') };
  const current = await electionWith({ ...others, ...results });
  // The station st1 reports, and is gone from its register.
  const file = { 'stations/register.csv': csv(head, 'Q1,S,Mill,10', 'p1,S,,') };
  const verdict = (of: Current) => verdictOn(file, memoryCurrent(electionId('xx-2024'), of));

  const [rolls, stations] = [await verdict(current), await verdict(watched(current, [], null))];

  expect(codesOf(rolls)).toEqual([
    'station-elsewhere',
    'station-alike',
    'station-repeated',
    'register-orphans',
  ]);
  expect(stations.findings.kept).toEqual(rolls.findings.kept);
});

/** The same, noting whose stations are read; `roll` null stands for batches without one. */
function watched(current: Current, read: string[], roll?: null): Current {
  const { batches } = current;
  const names = new Map([...current.files.values()].map(({ batch, file }) => [batch, file]));
  return {
    ...current,
    batches: {
      ...batches,
      stations: (election, batch, area) => {
        read.push(`${names.get(batch)} ${area}`);
        return batches.stations(election, batch, area);
      },
      ...(roll === null && { roll: async () => null }),
    },
  };
}
