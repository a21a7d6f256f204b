import type { Step } from '../../../model/allocation.ts';
import { leftoverSeats, minimumSeats, quota, remainderSeat, wholeSeats } from './lists.ts';
import { area, areas, condition } from './referendum.ts';
import type { RuleText } from './rule.ts';
import { admitted, base, oneListPasses, threshold } from './shares.ts';
import { majority, mostVotes, runoff } from './single.ts';
import { lotUnused, tie } from './ties.ts';

/** How each rule is explained. A step of a new rule does not compile until it is explained here. */
export const texts: { readonly [Rule in Step['rule']]: RuleText<Rule> } = {
  base,
  threshold,
  admitted,
  'one-list-passes': oneListPasses,
  quota,
  'whole-seats': wholeSeats,
  'minimum-seats': minimumSeats,
  'leftover-seats': leftoverSeats,
  'remainder-seat': remainderSeat,
  tie,
  'lot-unused': lotUnused,
  'most-votes': mostVotes,
  majority,
  runoff,
  condition,
  area,
  areas,
};
