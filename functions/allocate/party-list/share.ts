import type { PartyList } from '../../model/generated/election.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { type Decision, follow } from '../progress.ts';
import { distributeWithin } from './bounds.ts';
import { conclude } from './conclude.ts';

/** Shares the seats of `system` among the lists that take part: by the formula, within the limits of the law and of the lists. */
export function share(system: PartyList, tally: Tally, lists: readonly Contender[]): Decision {
  return follow(distributeWithin(system, tally, lists), (standing) => conclude(system, tally, standing));
}
