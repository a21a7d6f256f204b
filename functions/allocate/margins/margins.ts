import type { Margins } from '../../model/generated/certificate.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Allocation, AllocationInput } from '../../model/law/allocation.ts';
import { seatsOf } from '../seats.ts';
import { type BoundsWithin, boundsOf, type Further } from './bounds/bounds.ts';
import { fewest } from './fewest.ts';
import { lastSeatOf } from './last-seat.ts';
import { missingVotes } from './missing.ts';
import { thresholdsOf } from './thresholds.ts';

/**
 * How far the result of a contest is from another one: what is missing, which seats can still change with it, and how many votes would turn
 * one seat or carry a list over the threshold. Null where nothing has been reported.
 */
export function marginsOf(input: AllocationInput, allocation: Allocation): Margins | null {
  if (allocation.reported === 0) return null;
  return {
    ...(allocation.provisional ? openMargins(input, allocation) : finalMargins(input, allocation)),
    lastSeat: lastSeatOf(input, allocation),
    thresholds: thresholdsOf(input, allocation),
  };
}

type StateOfMargins = Pick<Margins, 'missing' | 'state' | 'needed' | 'seats'>;

function finalMargins({ contest }: AllocationInput, { outcome }: Allocation): StateOfMargins {
  return {
    missing: { protocols: 0, voters: 0 },
    state: 'final',
    needed: null,
    seats: seatsOf(contest, outcome).map((one) => ({
      option: one.option,
      atLeast: one.seats,
      atMost: one.seats,
    })),
  };
}

function openMargins(input: AllocationInput, allocation: Allocation): StateOfMargins {
  const { protocols, voters, further } = missingVotes(input, allocation);
  const missing = { protocols, voters: voters === null ? null : jsonCount(voters) };
  const within = boundsOf(input);
  const needed = within && fewestThatMatter(within);
  const stated = needed === null ? null : jsonCount(needed);
  if (!within || !further) return { missing, state: 'unbounded', needed: stated, seats: [] };
  const { decided, seats } = within(further);
  return { missing, state: decided ? 'decided' : 'open', needed: stated, seats };
}

/** The fewest further votes, wherever they come, with which the bounds leave more than one result. */
function fewestThatMatter(within: BoundsWithin): bigint | null {
  const matter = (votes: bigint) => !within({ votes, in: () => votes } satisfies Further).decided;
  return fewest(matter, mostVotes);
}

// More than there are voters anywhere, and more than any sum of votes that a table can hold.
const mostVotes = 1n << 80n;
