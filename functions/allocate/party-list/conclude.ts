import type { PartyList } from '../../model/generated/election.ts';
import type { Step } from '../../model/law/allocation.ts';
import type { Tally } from '../count/tally.ts';
import { type Decision, decided } from '../progress.ts';
import { fillable, shortLists } from './lengths.ts';
import { type Standing, seatsByOption, seatsGiven } from './standing.ts';

/**
 * The outcome of seats that have been given. What a list is too short for stays empty here, where no rule has given it to others, and so do
 * seats that nobody was left to take.
 */
export function conclude(system: PartyList, tally: Tally, given: Standing): Decision {
  const short = shortLists(tally, given);
  const standing = fillable(tally, given);
  const vacant = system.seats - seatsGiven(standing);
  const steps: Step[] = short.map((list) => ({
    rule: 'bound',
    law: system.listExhaustion?.law,
    bound: 'list-length',
    left: 0,
    ...list,
  }));
  const seats = seatsByOption(tally, standing);
  if (vacant === 0) return decided({ status: 'allocated', seats }, steps);
  return decided({ status: 'allocated', seats, vacant }, [...steps, { rule: 'vacant-seats', seats: vacant }]);
}
