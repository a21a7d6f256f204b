import type { PartyList } from '../../model/generated/election.ts';
import { contendersOf } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { shareOut } from '../districts/share-out.ts';
import { type Decision, follow } from '../progress.ts';
import { oneListPasses } from './one-list-passes.ts';
import { noListPasses } from './threshold/no-list-passes.ts';
import { threshold } from './threshold/threshold.ts';

/**
 * Seats shared among lists: those that pass the threshold, the cases that none or only one does, then the formula within the limits of
 * the law and of the lists, in districts or with seats of other contests counted where the law says so.
 */
export function partyList(system: PartyList, tally: Tally): Decision {
  const judged = follow(contendersOf(tally), (lists) => threshold(system, tally, lists));
  const passing = follow(judged, (lists) => noListPasses(system, tally, lists));
  const admitted = follow(passing, (lists) => oneListPasses(system, tally, lists));
  return follow(admitted, (lists) => shareOut(system, tally, lists));
}
