import type { PartyList } from '../../model/generated/election.ts';
import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import type { Decision } from '../progress.ts';
import { largestRemainder } from './largest-remainder.ts';

/** Distributes the seats of `system` among the admitted lists, each of which has votes. */
export type Formula = (system: PartyList, tally: Tally, lists: readonly Contender[]) => Decision;

/** The formula that the system names, applied. */
export function distribute(system: PartyList, tally: Tally, lists: readonly Contender[]): Decision {
  return formulas[system.formula.type](system, tally, lists);
}

const formulas: Readonly<Record<PartyList['formula']['type'], Formula>> = {
  'largest-remainder': largestRemainder,
};
