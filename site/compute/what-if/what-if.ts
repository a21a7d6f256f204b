import {
  type AllocationInput,
  allocate,
  type Certificate,
  type Outcome,
} from '../../../functions/allocate/index.ts';
import { canonicalJson } from '../../../functions/model/json/json.ts';
import { groundsOf, type Naming } from './grounds.ts';
import { type Change, changedSystem, type ListSystem } from './rules.ts';

/** The seats of an option under the law in force and under a changed rule. */
export interface SeatChange {
  readonly option: string;
  /** Null where none are published. */
  readonly votes: bigint | null;
  readonly inForce: number;
  readonly changed: number;
  /** Whether the changed rule lets the list take part. */
  readonly admitted: boolean;
}

/** What the same votes come to under a changed rule. */
export interface WhatIf {
  readonly system: ListSystem;
  readonly outcome: Outcome;
  /** Every list of the ballot, in its order; empty where the changed rule does not allocate all seats. */
  readonly options: readonly SeatChange[];
  /** Votes for lists that get no seat, and those against all: they count for nobody in the house. */
  readonly unrepresented: bigint;
}

/** The allocation of a contest, ready to be computed under any rule. */
export interface Laboratory {
  readonly system: ListSystem;
  /** What the same votes come to with `change`. Throws RangeError for a rule that is none. */
  under(change: Change): WhatIf;
}

/** Why nothing can be changed here. */
export type NoLaboratory = 'no-list' | 'not-allocated' | 'differs';

/**
 * Prepares the what-if of a certificate by the same engine that made it. First the law in force is computed anew: where another outcome follows from the
 * certificate's votes than it states, nothing that is built on it can be believed, and the answer is `differs`.
 */
export function laboratoryOf(certificate: Certificate, naming: Naming): Laboratory | NoLaboratory {
  const grounds = groundsOf(certificate, naming);
  if (grounds?.system.type !== 'party-list') return 'no-list';
  const { system } = grounds;
  const { outcome } = allocate(grounds);
  if (canonicalJson(outcome) !== canonicalJson(certificate.outcome)) return 'differs';
  if (outcome.status !== 'allocated') return 'not-allocated';
  return { system, under: (change) => compared(grounds, outcome, changedSystem(system, change)) };
}

type Allocated = Extract<Outcome, { status: 'allocated' }>;

function compared(grounds: AllocationInput, inForce: Allocated, system: ListSystem): WhatIf {
  const { outcome, steps } = allocate({ ...grounds, system });
  const before = seatsOf(inForce);
  const after = outcome.status === 'allocated' ? seatsOf(outcome) : null;
  const admitted = new Set<string>(
    [...steps].flatMap((step) => {
      if (step.rule === 'admitted') return step.options;
      // Of one list that passes, the law may admit the next too.
      return step.rule === 'one-list-passes' && step.admitted !== null ? [step.admitted] : [];
    }),
  );
  const lists = grounds.contest.options.filter(({ kind }) => kind === 'list');
  const options = lists.map(({ id }) => ({
    option: id,
    votes: votesOf(grounds, id),
    inForce: before.get(id) ?? 0,
    changed: after?.get(id) ?? 0,
    admitted: admitted.has(id),
  }));
  return {
    system,
    outcome,
    options: after ? options : [],
    unrepresented: grounds.contest.options
      .filter(({ id, kind }) => kind !== 'not-counted' && !after?.get(id))
      .reduce((sum, { id }) => sum + (votesOf(grounds, id) ?? 0n), 0n),
  };
}

function seatsOf({ seats }: Allocated): Map<string, number> {
  return new Map(seats.map((one) => [one.option, one.seats]));
}

function votesOf({ totals }: AllocationInput, option: string): bigint | null {
  const found = totals.flatMap(({ values }) => {
    for (const [field, { sum }] of values) if (field === `votes:${option}`) return [sum];
    return [];
  });
  return found.length === 0 ? null : found.reduce((sum, votes) => sum + votes);
}
