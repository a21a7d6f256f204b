import type { Contest, Option } from '../model/generated/election.ts';
import type { ContestId, OptionId } from '../model/ids.ts';
import { isOptionId } from '../model/ids.ts';
import type { Allocation, AllocationInput, LinkedContest } from '../model/law/allocation.ts';
import { allocate } from './allocate.ts';
import { seatsOf } from './seats.ts';

/**
 * The inputs, each with the seats of other contests that count in it where its system says so: those contests are allocated first. One that
 * is linked itself counts without its own links, so a circle in a definition that nobody has checked ends.
 */
export function withHeldSeats(inputs: readonly AllocationInput[]): AllocationInput[] {
  const byContest = new Map(inputs.map((input) => [input.contest.id, input]));
  const allocated = new Map<ContestId, Allocation>();
  const allocationOf = (input: AllocationInput) => {
    const known = allocated.get(input.contest.id) ?? allocate(input);
    allocated.set(input.contest.id, known);
    return known;
  };
  return inputs.map((input) => {
    const { system } = input;
    const names = system.type === 'party-list' ? (system.compensation?.contests ?? []) : [];
    if (names.length === 0) return input;
    const others = names.flatMap((name) => byContest.get(name) ?? []);
    const parts = others.map((other) => ({ contest: other.contest, allocation: allocationOf(other) }));
    return { ...input, held: heldIn(input.contest, parts), linked: parts.map(linkedContest) };
  });
}

interface Part {
  readonly contest: Contest;
  readonly allocation: Allocation;
}

function linkedContest({ allocation: { contest, outcome, provisional } }: Part): LinkedContest {
  return { contest, outcome: outcome.status, provisional };
}

/** Seats by list: those of the candidates of its party. Those of all others stand together under an id that no list has. */
function heldIn({ options }: Contest, parts: readonly Part[]): ReadonlyMap<OptionId, number> {
  const lists = new Map(options.flatMap(({ id, party }) => (party === undefined ? [] : [[party, id]])));
  const others = idOutside(options);
  const held = new Map<OptionId, number>();
  for (const { contest, allocation } of parts)
    for (const { option, seats } of seatsOf(contest, allocation.outcome)) {
      const party = contest.options.find(({ id }) => id === option)?.party;
      const holder = (party === undefined ? undefined : lists.get(party)) ?? others;
      if (seats > 0) held.set(holder, (held.get(holder) ?? 0) + seats);
    }
  return held;
}

function idOutside(options: readonly Option[]): OptionId {
  const taken = new Set<string>(options.map(({ id }) => id));
  for (let number = 0; ; number += 1) {
    const id = number === 0 ? 'others' : `others-${number}`;
    if (!taken.has(id) && isOptionId(id)) return id;
  }
}
