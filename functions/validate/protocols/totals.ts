import type { AreaId } from '../../model/ids.ts';
import type { AreaTotals, FieldTotal } from '../../model/records/batch.ts';
import { type Field, isVotesField } from '../../model/records/protocol.ts';
import { pageBits, pageMask } from './page.ts';
import type { Sheet } from './sheet.ts';

/** Sums of one area by slot: plain numbers while they are exact, what is above that in bigints. */
export interface Sums {
  reported: number;
  readonly low: Float64Array;
  readonly high: bigint[];
  readonly units: Uint32Array;
}

/** Sums of nothing, for units of `slots` values. */
export function noSums(slots: number): Sums {
  return {
    reported: 0,
    low: new Float64Array(slots),
    high: new Array<bigint>(slots).fill(0n),
    units: new Uint32Array(slots),
  };
}

/** Adds the values of a unit; those from slot `firstOption` on are votes. */
export function addUnit(sums: Sums, { pages }: Sheet, unit: number, firstOption: number): void {
  const page = pages[unit >>> pageBits];
  if (page === undefined) return;
  const { low, units } = sums;
  const slots = low.length;
  const start = (unit & pageMask) * slots;
  let votes = false;
  for (let slot = 0; slot < slots; slot += 1) {
    const count = (page.counts[start + slot] ?? 0) - 1;
    if (count < 0) continue;
    const sum = (low[slot] ?? 0) + count;
    if (sum <= Number.MAX_SAFE_INTEGER) low[slot] = sum;
    else spill(sums, slot, count);
    units[slot] = (units[slot] ?? 0) + 1;
    if (slot >= firstOption) votes = true;
  }
  if (votes) sums.reported += 1;
}

/** The sums as the model has them. Fields that no unit states are left out. */
export function totalsFrom(sums: Sums, { contest, fields }: Sheet, area: AreaId): AreaTotals {
  const values = new Map<Field, FieldTotal>();
  for (const [slot, field] of fields.entries()) {
    const units = sums.units[slot] ?? 0;
    if (units > 0) values.set(field, { sum: (sums.high[slot] ?? 0n) + BigInt(sums.low[slot] ?? 0), units });
  }
  return { contest: contest.id, area, reported: sums.reported, values };
}

/** The slot of the first option: the counts stand before. */
export function firstOptionOf({ fields }: Sheet): number {
  const first = fields.findIndex(isVotesField);
  return first === -1 ? fields.length : first;
}

function spill({ low, high }: Sums, slot: number, count: number): void {
  high[slot] = (high[slot] ?? 0n) + BigInt(low[slot] ?? 0);
  low[slot] = count;
}
