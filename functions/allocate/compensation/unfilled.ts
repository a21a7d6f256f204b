import { share } from '../party-list/share.ts';
import { type Decision, joined } from '../progress.ts';
import type { Compensated } from './compensate.ts';
import { allSeats, overhangStep, overhangs, standingOf } from './entitlement.ts';

/** Every list has its share and no more: a seat won beyond it is not given. In Germany since 2023, Bundeswahlgesetz § 6(1), (4). */
export function unfilled(of: Compensated): Decision {
  const { outcome, steps } = share(of.system, of.tally, of.lists);
  if (outcome.status !== 'allocated' && outcome.status !== 'lots-required') return { outcome, steps };
  const standing = standingOf(of, outcome.seats);
  const over = overhangs(of, outcome.seats).map((list) => overhangStep(of, list, 'none', standing));
  return { outcome: { ...outcome, seats: allSeats(of, standing) }, steps: joined(steps, over) };
}
