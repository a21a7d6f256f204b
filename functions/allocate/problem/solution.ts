import type { Contest } from '../../model/generated/election.ts';
import type { ContestId } from '../../model/ids.ts';
import type { Allocation, Outcome, Step } from '../../model/law/allocation.ts';
import { isWinnable } from '../count/tally.ts';

/** What came out of a problem, for programs: one document of `sailau allocate --json`. */
export interface Solution {
  readonly contest: ContestId;
  readonly status: Outcome['status'];
  /** Seats by option. With `lots-required`, those that are certain; empty where nothing is won in seats. */
  readonly seats: Readonly<Record<string, number>>;
  /** The ties that only a lot can break: the tied options, and the seats at stake. */
  readonly ties: readonly { readonly options: readonly string[]; readonly seats: number }[];
  /** The outcome as in a certificate: what else a status says. */
  readonly outcome: Outcome;
  readonly provisional: boolean;
  /** The steps as in a certificate. */
  readonly trace: Iterable<Step>;
}

/** The solution that an allocation of `contest` is. */
export function solutionOf(contest: Contest, { outcome, provisional, steps }: Allocation): Solution {
  return {
    contest: contest.id,
    status: outcome.status,
    seats: Object.fromEntries(seatsOf(contest, outcome)),
    ties: outcome.status === 'lots-required' ? outcome.ties : [],
    outcome,
    provisional,
    trace: steps,
  };
}

/** Whether the law has given an answer, be it another vote; not when lots are to be drawn or figures are missing. */
export function isAnswered({ status }: Pick<Solution, 'status'>): boolean {
  return status !== 'lots-required' && status !== 'undetermined' && status !== 'no-results';
}

function seatsOf(contest: Contest, outcome: Outcome): [string, number][] {
  const given = 'seats' in outcome ? outcome.seats : undefined;
  if (given) return given.map(({ option, seats }) => [option, seats]);
  if (outcome.status !== 'elected') return [];
  return contest.options.filter(isWinnable).map(({ id }) => [id, id === outcome.option ? 1 : 0]);
}
