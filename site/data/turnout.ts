import { type AreaId, isAreaId } from '../../functions/model/ids.ts';
import { isObject } from '../../functions/model/json/json.ts';
import type { Snapshot } from '../charts/turnout/told.ts';

/** Turnout by area, each in order of time. */
export type Snapshots = ReadonlyMap<AreaId, readonly Snapshot[]>;

/**
 * The snapshots of turnout.csv: the percentage as published, else that of the ballots issued among the voters registered, to two decimals. Rows without either,
 * or without a time, are left out.
 */
export function snapshotsIn(rows: readonly unknown[]): Snapshots {
  const found = rows.flatMap((row) => {
    const { area, time, percent, issued, registered } = isObject(row) ? row : {};
    const value = percentOf(percent) ?? shareOf(issued, registered);
    const isPlaced = typeof area === 'string' && isAreaId(area) && typeof time === 'string' && isTime(time);
    return isPlaced && value !== null ? [{ area, at: time, percent: value }] : [];
  });
  const byArea = Map.groupBy(found, ({ area }) => area);
  return new Map(
    [...byArea].map(([area, own]) => [
      area,
      own.map(({ at, percent }) => ({ at, percent })).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    ]),
  );
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text));
}

function percentOf(value: unknown): string | null {
  return typeof value === 'string' && /^\d{1,3}(\.\d{1,12})?$/.test(value) ? value : null;
}

/** Exact, rounded half up. */
function shareOf(part: unknown, whole: unknown): string | null {
  if (!isDigits(part) || !isDigits(whole) || BigInt(whole) === 0n) return null;
  const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

function isDigits(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}
