import type { OptionId } from '../../model/ids.ts';
import type { Seats, Step } from '../../model/law/allocation.ts';
import { type Standing, seatsByOption, standingList } from '../party-list/standing.ts';
import type { Compensated } from './compensate.ts';

/** A list that holds more seats than its share. */
export interface Overhang {
  readonly option: OptionId;
  readonly entitled: number;
  readonly held: number;
}

/** The lists that hold more than `seats` gives them, in ballot order. */
export function overhangs({ held }: Compensated, seats: readonly Seats[]): Overhang[] {
  return seats.flatMap(({ option, seats: entitled }) => {
    const own = held.standing.get(option) ?? 0;
    return own > entitled ? [{ option, entitled, held: own }] : [];
  });
}

/** The step that states an overhang and the standing after it. */
export function overhangStep(
  { compensation: { overhangLaw, law } }: Compensated,
  { option, entitled, held }: Overhang,
  treatment: Extract<Step, { rule: 'overhang' }>['treatment'],
  standing: Standing,
): Step {
  return {
    rule: 'overhang',
    law: overhangLaw ?? law,
    option,
    entitled,
    held,
    overhang: held - entitled,
    treatment,
    standing: standingList(standing),
  };
}

/** Seats of every option in ballot order: those of the lists, and what others hold. */
export function allSeats({ tally, held }: Compensated, lists: Standing): Seats[] {
  const others = tally.held;
  const outside = [...others].filter(([option]) => !held.standing.has(option));
  return seatsByOption(tally, new Map([...lists, ...outside]));
}

/** Seats as a standing of the lists that take part. */
export function standingOf({ lists }: Compensated, seats: readonly Seats[]): Standing {
  const given = new Map(seats.map(({ option, seats }) => [option, seats]));
  return new Map(lists.map(({ option }) => [option, given.get(option) ?? 0]));
}
