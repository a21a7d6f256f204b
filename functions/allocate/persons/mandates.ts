import type { OneMandate, Vacancy } from '../../model/generated/election.ts';
import type { PersonId } from '../../model/ids.ts';
import type { Candidate } from '../../model/records/roll.ts';
import type { Seated } from './one-mandate.ts';
import type { Absence } from './seating.ts';
import type { Slate } from './slate.ts';

/** Who sits where, and who has died, while vacancies are followed. Candidates without an id of a person are known in their own list alone. */
export interface Mandates {
  takes(slate: Slate, candidate: Candidate): void;
  leaves(slate: Slate, candidate: Candidate, reason: Vacancy['reason']): void;
  /** Why the candidate cannot follow in the slate, whatever its list says: dead, or, where nobody may hold two mandates, sitting elsewhere. */
  absence(slate: Slate, candidate: Candidate): Absence | undefined;
}

/** The mandates as won. */
export function mandatesOf(all: readonly Seated[], rule: OneMandate | undefined): Mandates {
  const sitting = new Map<PersonId, Set<Slate>>();
  const dead = new Set<PersonId>();
  const mandates: Mandates = {
    takes(slate, { person }) {
      if (person === undefined) return;
      const slates = sitting.get(person) ?? new Set();
      sitting.set(person, slates.add(slate));
    },
    leaves(slate, { person }, reason) {
      if (person === undefined) return;
      sitting.get(person)?.delete(slate);
      if (reason === 'deceased') dead.add(person);
    },
    absence(slate, { person }) {
      if (person === undefined) return undefined;
      if (dead.has(person)) return { because: 'deceased' };
      const other = rule && [...(sitting.get(person) ?? [])].find((one) => one !== slate);
      return other && { because: 'other-mandate', contest: other.contest.id, law: rule?.law };
    },
  };
  for (const { slate, seating } of all)
    for (const { candidate } of seating.holders) mandates.takes(slate, candidate);
  return mandates;
}
