import type { Certificate } from '../model/generated/certificate.ts';
import type { ElectionDefinition } from '../model/generated/election.ts';
import type { Allocation, AllocationInput, Outcome, Seats } from '../model/law/allocation.ts';
import type { Candidate } from '../model/records/roll.ts';
import { allocate } from './allocate.ts';
import { certificateOf } from './certificate.ts';
import { personsOf } from './persons/persons.ts';
import { seatsOf } from './seats.ts';

/** The allocation of an input as a certificate is to tell it. */
export type Told = (input: AllocationInput, allocation: Allocation) => Allocation;

/**
 * The certificates of an election, in the order of `inputs`: all its contests at once, because who takes the seats of one may depend on who has
 * won in another. `candidates` are those of all contests, in any order. `told` may cut short what a certificate tells of an allocation.
 */
export function certificatesOf(
  definition: Pick<ElectionDefinition, 'id' | 'oneMandate'>,
  revision: number,
  inputs: readonly AllocationInput[],
  candidates: readonly Candidate[],
  told: Told = (_input, allocation) => allocation,
): Certificate[] {
  const results = inputs.map((input) => {
    const allocation = allocate(input);
    const seats = seatsOf(input.contest, allocation.outcome);
    return { input, allocation, seats: withoutHeld(seats, allocation.outcome) };
  });
  const persons = personsOf(definition, results, candidates);
  return results.map(({ input, allocation }) =>
    certificateOf(definition.id, revision, input, told(input, allocation), persons.get(input.contest.id)),
  );
}

/** The seats that a list fills itself: those of other contests that count in its result are taken there already. */
function withoutHeld(seats: readonly Seats[], outcome: Outcome): Seats[] {
  const held = new Map('held' in outcome ? outcome.held?.map((one) => [one.option, one.seats]) : []);
  return seats.map((one) => ({ ...one, seats: one.seats - (held.get(one.option) ?? 0) }));
}
