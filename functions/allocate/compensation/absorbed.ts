import type { OptionId } from '../../model/ids.ts';
import type { Trace } from '../../model/law/allocation.ts';
import { share } from '../party-list/share.ts';
import { seatsGiven } from '../party-list/standing.ts';
import { type Decision, decided, joined, undetermined } from '../progress.ts';
import type { Compensated } from './compensate.ts';
import { allSeats, overhangStep, overhangs, standingOf } from './entitlement.ts';

/**
 * A list keeps what it holds beyond its share, and the others share what is left of the house anew, until no list holds more than its
 * share. In Lesotho, National Assembly Electoral Act 2011, Sch. 3.
 */
export function absorbed(of: Compensated): Decision {
  const fixed = new Map<OptionId, number>();
  let trace: Trace = [];
  // Every round but the last fixes a list, so there are no more rounds than lists.
  for (;;) {
    const lists = of.lists.filter(({ option }) => !fixed.has(option));
    const seats = of.system.seats - seatsGiven(fixed);
    if (lists.length === 0 || seats <= 0) return nothingLeft(of, trace);
    const { outcome, steps } = share({ ...of.system, seats }, of.tally, lists);
    trace = joined(trace, steps);
    if (outcome.status !== 'allocated' && outcome.status !== 'lots-required')
      return { outcome, steps: trace };
    const shares = standingOf(of, outcome.seats);
    const over = overhangs(of, outcome.seats).filter(({ option }) => !fixed.has(option));
    if (over.length === 0 || outcome.status === 'lots-required') {
      const seats = allSeats(of, new Map([...shares, ...fixed]));
      return decided({ ...outcome, seats }, trace);
    }
    for (const list of over) fixed.set(list.option, list.held);
    const standing = new Map([...shares, ...fixed]);
    trace = joined(
      trace,
      over.map((list) => overhangStep(of, list, 'absorbed', standing)),
    );
  }
}

/** The lists that hold more than their share take the whole house. */
function nothingLeft(of: Compensated, steps: Trace): Decision {
  const held = seatsGiven(of.held.standing);
  if (held === of.system.seats)
    return decided({ status: 'allocated', seats: allSeats(of, of.held.standing) }, steps);
  return undetermined(
    'house-too-great',
    `The lists hold ${held} seats, and the house has ${of.system.seats} for them: the law does not say who loses one.`,
    steps,
  );
}
