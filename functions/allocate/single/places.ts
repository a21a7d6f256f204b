import type { OptionId } from '../../model/ids.ts';
import type { Tie } from '../../model/law/allocation.ts';
import { type Contender, leadersOf } from '../count/contenders.ts';

/** Who has the first places by votes, and who is tied for the last of them. */
export interface Places {
  /** Most votes first. */
  readonly certain: readonly Contender[];
  readonly tie: Tie | null;
}

/** The first `places` by votes, fewer where there are fewer candidates. Equal votes for fewer places than they are make a tie. */
export function places(candidates: readonly Contender[], places: number): Places {
  const certain: Contender[] = [];
  let rest = candidates;
  while (certain.length < places && rest.length > 0) {
    const leaders = leadersOf(rest);
    const left = places - certain.length;
    if (leaders.length > left) return { certain, tie: { options: optionsOf(leaders), seats: left } };
    certain.push(...leaders);
    rest = rest.filter((candidate) => !leaders.includes(candidate));
  }
  return { certain, tie: null };
}

function optionsOf(contenders: readonly Contender[]): OptionId[] {
  return contenders.map(({ option }) => option);
}
