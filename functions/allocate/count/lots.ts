import type { Contest } from '../../model/generated/election.ts';
import type { AreaId } from '../../model/ids.ts';
import type { Step, Tie, Trace } from '../../model/law/allocation.ts';
import { lazily } from '../progress.ts';

/** A lot that was drawn, as the definition records it. */
export type Lot = NonNullable<Contest['lots']>[number];

/**
 * The recorded lot that was drawn for exactly this tie: the same options, the same number of seats, and as many of the tied that won. A
 * lot is typed in by hand after the vote, so nothing less than an exact match may decide a seat. `area` is the district of the tie, where the
 * contest is not already that of one district.
 */
export function lotFor(contest: Contest, tie: Tie, area?: AreaId): Lot | null {
  return contest.lots?.find((lot) => lot.area === area && isDraw(lot) && isFor(lot, tie)) ?? null;
}

/** Steps that name the recorded lots which decided nothing, so that a lot for a tie that is no longer there does not go unseen. */
export function unusedLots(contest: Contest, steps: Trace): Trace {
  const { lots = [] } = contest;
  if (lots.length === 0) return [];
  return lazily(function* () {
    const used = usedLots(contest, steps);
    yield* lots.filter((lot) => !used.has(lot)).map(unusedStep);
  });
}

function usedLots(contest: Contest, steps: Trace): ReadonlySet<Lot | null> {
  const used = new Set<Lot | null>();
  let area: AreaId | undefined;
  for (const step of steps) {
    if (step.rule === 'district') area = step.area;
    if (step.rule === 'districts') area = undefined;
    if (step.rule === 'tie' && step.by === 'lots' && step.won.length > 0)
      used.add(lotFor(contest, step, area));
  }
  return used;
}

function unusedStep(lot: Lot): Step {
  return {
    rule: 'lot-unused',
    among: [...lot.among],
    seats: lot.seats,
    area: lot.area,
    won: [...lot.won],
    source: lot.source,
    reason: isDraw(lot) ? 'no-such-tie' : 'not-a-draw',
  };
}

function isFor(lot: Lot, tie: Tie): boolean {
  const { among, seats } = lot;
  // The tied are all different, so as many that hold each of them are the same.
  return (
    seats === tie.seats &&
    among.length === tie.options.length &&
    tie.options.every((option) => among.includes(option))
  );
}

function isDraw(lot: Lot): boolean {
  const won = new Set(lot.won);
  return (
    won.size === lot.seats &&
    won.size === lot.won.length &&
    lot.won.every((option) => lot.among.includes(option))
  );
}
