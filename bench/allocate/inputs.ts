import type { HighestAverages } from '../../functions/model/generated/election.ts';
import { isAreaId, isContestId, isOptionId } from '../../functions/model/ids.ts';
import type { AllocationInput } from '../../functions/model/law/allocation.ts';
import { votesField } from '../../functions/model/records/protocol.ts';

/** Votes of so many lists, the same in every run: most have few and some have many, as in a real election. */
export function ballot(lists: number): ReadonlyMap<string, number> {
  let state = 12_345;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  return new Map(
    Array.from({ length: lists }, (_, place) => [
      `list-${place}`,
      Math.floor(1000 + next() * next() * 10_000_000),
    ]),
  );
}

/** A contest with these votes, as the whole engine takes it. */
export function contestInput(
  votes: ReadonlyMap<string, number>,
  seats: number,
  formula: HighestAverages,
): AllocationInput {
  const [contest, area] = ['list', 'KZ'];
  const options = [...votes.keys()].filter(isOptionId);
  if (!isContestId(contest) || !isAreaId(area)) throw new Error('ids of the benchmark are no ids');
  const name = { en: 'Benchmark' };
  return {
    contest: {
      id: contest,
      name,
      area,
      reportedBy: 'area',
      system: 'system',
      options: options.map((id) => ({ id, kind: 'list', name })),
    },
    system: { type: 'party-list', seats, formula, ties: ['lots'] },
    laws: [],
    totals: [
      {
        contest,
        area,
        reported: 1,
        values: new Map(options.map((id) => [votesField(id), { sum: BigInt(votes.get(id) ?? 0), units: 1 }])),
      },
    ],
    expected: 1,
  };
}
