import type { Step } from '../../../model/law/allocation.ts';
import * as averages from './averages.ts';
import * as compensation from './compensation.ts';
import * as corrections from './corrections.ts';
import * as districts from './districts.ts';
import * as lists from './lists.ts';
import * as passing from './passing.ts';
import * as referendum from './referendum.ts';
import type { RuleText } from './rule.ts';
import * as shares from './shares.ts';
import * as single from './single.ts';
import * as ties from './ties.ts';

/** How each rule is explained. A step of a new rule does not compile until it is explained here. */
export const texts: { readonly [Rule in Step['rule']]: RuleText<Rule> } = {
  base: shares.base,
  threshold: shares.threshold,
  'held-threshold': passing.heldThreshold,
  admitted: shares.admitted,
  'one-list-passes': shares.oneListPasses,
  'no-list-passes': passing.noListPasses,
  quota: lists.quota,
  'whole-seats': lists.wholeSeats,
  'minimum-seats': lists.minimumSeats,
  'leftover-seats': lists.leftoverSeats,
  'remainder-seat': lists.remainderSeat,
  'remainder-cap': corrections.remainderCap,
  'over-award': corrections.overAward,
  'subtracted-seat': corrections.subtractedSeat,
  divisors: averages.divisors,
  'divisor-seat': averages.divisorSeat,
  'average-seat': averages.averageSeat,
  'absolute-majority': corrections.absoluteMajority,
  bound: corrections.bound,
  'vacant-seats': corrections.vacantSeats,
  district: districts.district,
  districts: districts.districts,
  'held-seats': compensation.heldSeats,
  overhang: compensation.overhang,
  house: compensation.house,
  quorum: districts.quorum,
  'voter-number': districts.voterNumber,
  'upper-apportionment': districts.upperApportionment,
  'lower-apportionment': districts.lowerApportionment,
  cell: districts.cell,
  tie: ties.tie,
  'lot-unused': ties.lotUnused,
  'most-votes': single.mostVotes,
  majority: single.majority,
  'against-all': single.againstAll,
  'seats-by-votes': single.seatsByVotes,
  runoff: single.runoff,
  condition: referendum.condition,
  area: referendum.area,
  areas: referendum.areas,
};
