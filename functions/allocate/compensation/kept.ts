import type { Outcome, Step, Trace } from '../../model/law/allocation.ts';
import { share } from '../party-list/share.ts';
import { type Standing, seatsGiven } from '../party-list/standing.ts';
import { type Decision, joined } from '../progress.ts';
import type { Compensated } from './compensate.ts';
import { allSeats, type Overhang, overhangStep, overhangs, standingOf } from './entitlement.ts';

/** A list keeps what it holds beyond its share, and the house grows by as many seats. */
export function kept(of: Compensated): Decision {
  const { outcome, steps } = share(of.system, of.tally, of.lists);
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return { outcome, steps };
  const shares = standingOf(of, outcome.seats);
  const over = overhangs(of, outcome.seats);
  const whole = new Map([...shares].map(([option, seats]) => [option, Math.max(seats, heldOf(of, option))]));
  const seats: Outcome = { ...outcome, seats: allSeats(of, whole) };
  return { outcome: seats, steps: joined(steps, growth(of, shares, over)) };
}

function heldOf({ held }: Compensated, option: Overhang['option']): number {
  return held.standing.get(option) ?? 0;
}

/** One step for each list, then the house. */
function growth(of: Compensated, shares: Standing, over: readonly Overhang[]): Trace {
  const steps: Step[] = [];
  let standing = shares;
  for (const overhang of over) {
    standing = new Map(standing).set(overhang.option, overhang.held);
    steps.push(overhangStep(of, overhang, 'kept', standing));
  }
  if (over.length === 0) return steps;
  const { overhangLaw, law } = of.compensation;
  const from = of.system.seats + of.held.outside;
  const grown = from + seatsGiven(standing) - seatsGiven(shares);
  return [...steps, { rule: 'house', law: overhangLaw ?? law, from, seats: grown, reason: 'overhang' }];
}
