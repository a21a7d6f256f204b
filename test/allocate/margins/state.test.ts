import { expect, test } from 'vitest';
import type { System } from '../../../functions/model/generated/election.ts';
import { type Figures, inputOf, partyList, plurality, president, referendum, totals } from '../support.ts';
import { margins, underWay } from './support.ts';

test.each<[string, System, Figures, string]>([
  ['plurality: a lead of 11', plurality, { A: 31, B: 20, C: 5 }, '11'],
  // 60 of 100; with 19 more for others 60 of 119 is more than half, with 20 it is half.
  ['first round: 60 of 100', president, { A: 60, B: 30, against: 10 }, '20'],
  // 55 of 100 said yes and 100 of 150 took part; with 10 more who say no it is 55 of 110.
  ['referendum', referendum(), { yes: 55, no: 45, cast: 100, registered: 150 }, '10'],
])('%s is decided while fewer than that many voters are missing', (_name, system, reported, needed) => {
  const at = (voters: bigint) => margins(underWay(system, reported, voters));

  expect(String(at(5n).needed)).toBe(needed);
  expect(at(BigInt(needed) - 1n).state).toBe('decided');
  expect(at(BigInt(needed)).state).toBe('open');
});

test('a tie is never called decided: one vote would tell', () => {
  const { state, needed, seats } = margins(underWay(plurality, { A: 31, B: 31, C: 2 }, 3n));

  expect({ state, needed }).toEqual({ state: 'open', needed: 1 });
  expect(seats.map(({ option, atLeast, atMost }) => `${option} ${atLeast}-${atMost}`)).toEqual([
    'A 0-1',
    'B 0-1',
    'C 0-0',
  ]);
});

test('without the voters of a missing protocol, or with votes left out of one that came, nothing is bounded', () => {
  const unknown = { ...underWay(plurality, { A: 900, B: 1 }, 0n), missing: [] };
  const partial = {
    ...underWay(plurality, { A: 900, B: 1 }, 0n),
    totals: [totals({ A: 900, B: 1 }), totals({ A: 1 }, 'R2')],
    expected: 3,
  };

  expect(margins(unknown)).toMatchObject({
    state: 'unbounded',
    missing: { protocols: 1, voters: null },
    needed: 899,
    seats: [],
  });
  expect(margins(partial)).toMatchObject({ state: 'unbounded', missing: { voters: null } });
});

test('a rule that has no bound here makes none up', () => {
  const system = { ...partyList(5), rulesOfTomorrow: true };

  expect(margins(underWay(system, { A: 90, B: 10 }, 1n))).toMatchObject({
    state: 'unbounded',
    needed: null,
    missing: { protocols: 1, voters: 1 },
  });
});

test('once everything is in, the seats are final', () => {
  const { state, missing, needed, seats } = margins(inputOf(partyList(2), { A: 70, B: 30 }));

  expect({ state, missing, needed }).toEqual({
    state: 'final',
    missing: { protocols: 0, voters: 0 },
    needed: null,
  });
  expect(seats.map(({ atLeast, atMost }) => [atLeast, atMost])).toEqual([
    [1, 1],
    [1, 1],
  ]);
});
