import type { Contender } from '../count/contenders.ts';
import type { Tally } from '../count/tally.ts';
import type { Standing } from '../party-list/standing.ts';

/** Seats that are held already. */
export interface HeldSeats {
  /** By the lists that take part, each of them. */
  readonly standing: Standing;
  /** By all others: candidates without a list, and lists below the threshold. */
  readonly outside: number;
}

/** Who holds how many of the seats that count here. */
export function heldBy({ held }: Tally, lists: readonly Contender[]): HeldSeats {
  const standing = new Map(lists.map(({ option }) => [option, held.get(option) ?? 0]));
  const sum = (of: Standing) => of.values().reduce((total, seats) => total + seats, 0);
  return { standing, outside: sum(held) - sum(standing) };
}
