import type { Seats } from '../../model/allocation.ts';
import type { OptionId } from '../../model/ids.ts';
import { isWinnable, type Tally } from '../count/tally.ts';

/** Seats of the admitted lists at some point of the distribution. */
export type Standing = ReadonlyMap<OptionId, number>;

/** Before the first award. */
export function noSeats(options: readonly OptionId[]): Standing {
  return new Map(options.map((option) => [option, 0]));
}

/** The standing with `seats` more for `option`. */
export function award(standing: Standing, option: OptionId, seats: number): Standing {
  return new Map(standing).set(option, (standing.get(option) ?? 0) + seats);
}

/** Seats given so far. */
export function seatsGiven(standing: Standing): number {
  return standing.values().reduce((sum, seats) => sum + seats, 0);
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
