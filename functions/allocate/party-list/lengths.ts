import type { Option } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Tally } from '../count/tally.ts';
import type { Standing } from './standing.ts';

/** A list that has been given more seats than it has candidates. */
export interface ShortList {
  readonly option: OptionId;
  readonly computed: number;
  /** As many as it has candidates. */
  readonly seats: number;
}

/** How many candidates each list has; none where nobody has said. */
export function lengthsOf(tally: Tally): ReadonlyMap<OptionId, number> {
  return new Map(
    tally.contest.options.flatMap(({ id, listLength }: Option) =>
      listLength === undefined ? [] : [[id, listLength] as const],
    ),
  );
}

/** The lists that are too short for their seats, in ballot order. */
export function shortLists(tally: Tally, given: Standing): readonly ShortList[] {
  return [...lengthsOf(tally)].flatMap(([option, seats]) => {
    const computed = given.get(option) ?? 0;
    return computed > seats ? [{ option, computed, seats }] : [];
  });
}

/** The standing without the seats that lists are too short for. */
export function fillable(tally: Tally, given: Standing): Standing {
  const short = shortLists(tally, given);
  return short.length === 0
    ? given
    : new Map([...given, ...short.map(({ option, seats }) => [option, seats] as const)]);
}
