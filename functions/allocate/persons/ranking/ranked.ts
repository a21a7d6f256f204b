import type { ElectedPerson, OpenSeats, PersonStep } from '../../../model/generated/certificate.ts';
import type { Candidate } from '../../../model/records/roll.ts';
import type { Slate } from '../slate.ts';

/** How somebody wins a seat. */
export type Basis = ElectedPerson['basis'];
/** Why seats stay open. */
export type OpenReason = OpenSeats['reason'];

/** A candidate in the turn that the law gives. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly basis: Basis;
  readonly law: string | undefined;
}

/** In which order the candidates of an option take its seats. */
export interface Ranking {
  /** In order; candidates of one group are equal before the law. */
  readonly groups: readonly (readonly Ranked[])[];
  /** Why seats stay open once nobody is left. */
  readonly rest: OpenReason;
  readonly steps: readonly PersonStep[];
}

/** The step that tells the order. */
export function rankingStep(
  { option, law }: Slate,
  by: Extract<PersonStep, { rule: 'ranking' }>['by'],
  groups: Ranking['groups'],
): PersonStep {
  return {
    rule: 'ranking',
    law,
    option: option.id,
    by,
    orders: groups.flat().map(({ candidate }) => candidate.order),
  };
}
