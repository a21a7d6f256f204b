import type { DistrictSeats } from '../../model/generated/certificate.ts';
import type { Option } from '../../model/generated/election.ts';
import type { AreaId } from '../../model/ids.ts';
import type { Outcome, Seats, Trace } from '../../model/law/allocation.ts';
import { isWinnable } from '../count/tally.ts';

/** What a district has come to. */
export interface InDistrict {
  readonly area: AreaId;
  readonly outcome: Outcome;
  readonly steps: Trace;
}

/**
 * The outcome of all districts together: seats by option and district; a lot wherever one is needed; undetermined when one is, since the
 * house is not whole without it.
 */
export function inAllDistricts(options: readonly Option[], results: readonly InDistrict[]): Outcome {
  const open = results.flatMap(unanswered);
  const [first] = open;
  if (first)
    return {
      status: 'undetermined',
      code: first.code,
      reason: open.map(({ area, reason }) => `${area}: ${reason}`).join(' '),
    };
  const districts = results.map(({ area, outcome }) => ({ area, seats: certainSeats(outcome) }));
  const seats = sumOfDistricts(options, districts);
  const ties = results.flatMap(({ area, outcome }) =>
    outcome.status === 'lots-required' ? outcome.ties.map((tie) => ({ ...tie, area })) : [],
  );
  if (ties.length > 0) return { status: 'lots-required', seats, ties, districts };
  const vacant = results.reduce((sum, { outcome }) => sum + vacantIn(outcome), 0);
  return { status: 'allocated', seats, districts, ...(vacant > 0 ? { vacant } : {}) };
}

type Undetermined = Extract<Outcome, { status: 'undetermined' }>;

/** Why a district has not given its seats. */
function unanswered({
  area,
  outcome,
}: InDistrict): (Pick<Undetermined, 'code' | 'reason'> & { area: AreaId })[] {
  if (outcome.status === 'allocated' || outcome.status === 'lots-required') return [];
  if (outcome.status === 'undetermined') return [{ area, ...outcome }];
  return [
    { area, code: 'no-list-passes', reason: `Its seats are not given, the outcome is ${outcome.status}.` },
  ];
}

function vacantIn(outcome: Outcome): number {
  return outcome.status === 'allocated' ? (outcome.vacant ?? 0) : 0;
}

/** Seats of every option that can win, in ballot order, over all districts. */
export function sumOfDistricts(options: readonly Option[], districts: DistrictSeats): Seats[] {
  const sums = new Map<string, number>();
  for (const { seats } of districts)
    for (const { option, seats: own } of seats) sums.set(option, (sums.get(option) ?? 0) + own);
  return options.filter(isWinnable).map(({ id }) => ({ option: id, seats: sums.get(id) ?? 0 }));
}

function certainSeats(outcome: Outcome): Seats[] {
  return outcome.status === 'allocated' || outcome.status === 'lots-required' ? outcome.seats : [];
}
