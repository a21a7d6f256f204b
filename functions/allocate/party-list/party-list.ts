import type { PartyList } from '../../model/generated/election.ts';
import { contendersOf } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import { type Decision, follow } from '../progress.ts';
import { distributeWithin } from './bounds.ts';
import { conclude } from './conclude.ts';
import { oneListPasses } from './one-list-passes.ts';
import { noListPasses } from './threshold/no-list-passes.ts';
import { threshold } from './threshold/threshold.ts';

/**
 * Seats shared among lists: those that pass the threshold, the cases that none or only one does, then the formula within the limits of
 * the law and of the lists.
 */
export function partyList(system: PartyList, tally: Tally): Decision {
  const judged = follow(contendersOf(tally), (lists) => threshold(system, tally, lists));
  const passing = follow(judged, (lists) => noListPasses(system, tally, lists));
  const admitted = follow(passing, (lists) => oneListPasses(system, tally, lists));
  const given = follow(admitted, (lists) => distributeWithin(system, tally, lists));
  return follow(given, (standing) => conclude(system, tally, standing));
}
