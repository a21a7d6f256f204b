import type { AreaId } from './ids.ts';
import type { BatchHeader } from './records/batch.ts';
import type { Station } from './records/roll.ts';

/** Voters of these stations by the register; null where it does not say of one. */
export function votersOf(stations: Iterable<Pick<Station, 'registered'>>): bigint | null {
  let voters = 0n;
  for (const { registered } of stations) {
    if (registered === null) return null;
    voters += BigInt(registered);
  }
  return voters;
}

/**
 * Voters of all stations of each area by the accepted registers, from the headers of their batches: null where one of them does not say of a
 * station. An area of which a header does not tell, as those from before they did, is left out: its stations tell.
 */
export function votersByArea(registers: readonly BatchHeader[]): Map<AreaId, bigint | null> {
  const sums = new Map<AreaId, bigint | null>();
  const untold = new Set<AreaId>();
  for (const { areas } of registers)
    for (const { area, voters } of areas) {
      const before = sums.get(area);
      if (voters === undefined) untold.add(area);
      else if (voters === null || before === null) sums.set(area, null);
      else sums.set(area, (before ?? 0n) + voters);
    }
  for (const area of untold) sums.delete(area);
  return sums;
}
