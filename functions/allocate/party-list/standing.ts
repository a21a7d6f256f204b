import type { OptionId } from '../../model/ids.ts';
import type { Seats, Step, Trace } from '../../model/law/allocation.ts';
import { isWinnable, type Tally } from '../count/tally.ts';
import { lazily } from '../progress.ts';

/** Seats of the admitted lists at some point of the distribution. */
export type Standing = ReadonlyMap<OptionId, number>;

/** So many seats for a list, or fewer than before where the number is negative. */
export interface Award {
  readonly option: OptionId;
  readonly seats: number;
}

/** The standing after the awards. */
export function awarded(before: Standing, awards: Iterable<Award>): Standing {
  const after = new Map(before);
  for (const { option, seats } of awards) after.set(option, (after.get(option) ?? 0) + seats);
  return after;
}

/** A step for each award, with the standing after it; none is made before it is read. */
export function awardSteps<A extends Award>(
  before: Standing,
  awards: Iterable<A>,
  step: (award: A, standing: Seats[]) => Step,
): Trace {
  return lazily(function* () {
    const standing = new Map(before);
    for (const award of awards) {
      standing.set(award.option, (standing.get(award.option) ?? 0) + award.seats);
      yield step(award, standingList(standing));
    }
  });
}

/** Brings a list to a number of seats; no step where it has them already. */
export function setSeats(
  rule: 'minimum-seats' | 'leftover-seats',
  before: Standing,
  option: OptionId,
  seats: number,
  law: string | undefined,
): { standing: Standing; steps: Trace } {
  const from = before.get(option) ?? 0;
  if (from === seats) return { standing: before, steps: [] };
  const standing = awarded(before, [{ option, seats: seats - from }]);
  return { standing, steps: [{ rule, law, option, from, seats, standing: standingList(standing) }] };
}

/** Seats given so far. */
export function seatsGiven(standing: Standing): number {
  return [...standing.values()].reduce((sum, seats) => sum + seats, 0);
}

/** The standing as a step states it. */
export function standingList(standing: Standing): Seats[] {
  return [...standing].map(([option, seats]) => ({ option, seats }));
}

/** Seats of every option that stood, in ballot order, those without a seat too. */
export function seatsByOption(tally: Tally, standing: Standing): Seats[] {
  return tally.contest.options
    .filter(isWinnable)
    .map(({ id }) => ({ option: id, seats: standing.get(id) ?? 0 }));
}
