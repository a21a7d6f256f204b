import { expect, test } from 'vitest';
import { allocationInputs } from '../../functions/allocate/input.ts';
import type { AreaTotals } from '../../functions/model/records/batch.ts';
import { anElection, areaId, contestId, listContest } from '../support/builders.ts';
import { referendum, totals } from './support.ts';

const stations = new Map([
  [areaId('N1'), 2],
  [areaId('N2'), 1],
  [areaId('S'), 1],
]);

function of(contest: string, area: string): AreaTotals {
  return { ...totals({ A: 1 }, area), contest: contestId(contest) };
}

test('each contest has its own totals, system, laws and expected protocols, in the order of the definition', () => {
  const inputs = allocationInputs(anElection(), [of('list', 'N1'), of('council', 'S')], stations);

  expect(inputs).toMatchObject([
    {
      contest: { id: 'list' },
      system: { type: 'party-list' },
      laws: [{ id: 'election-law-1' }],
      expected: 4,
      totals: [{ area: 'N1' }],
    },
    { contest: { id: 'council' }, system: { type: 'plurality' }, expected: 2, totals: [{ area: 'S' }] },
  ]);
});

test('districts count for the region that a referendum asks for', () => {
  const election = anElection({ systems: { list: referendum(['N', 'S']) }, contests: [listContest()] });

  const [input] = allocationInputs(
    election,
    [of('list', 'N1'), of('list', 'N2'), of('list', 'XX')],
    stations,
  );

  expect(input?.totals.map(({ area }) => area)).toEqual(['N', 'N', 'XX']);
});

test.each(['constructor', '__proto__', 'other'])(
  'a contest of the system %s that is not defined cannot be allocated',
  (system) => {
    expect(() => allocationInputs(anElection({ contests: [listContest({ system })] }), [], stations)).toThrow(
      /list names the system/,
    );
  },
);
