import type { Entry, Publishing } from '../model/ledger.ts';
import { foldLedger } from '../model/state.ts';

/**
 * Whether whoever began a release is probably still writing it. Then another publisher had better wait than write the same bytes a
 * second time. Only the waste depends on the clock: a guess that is wrong costs work or a pause, never a byte.
 *
 * @param records of all files in force: a release of many takes long
 * @param now ISO 8601
 */
export function isAtWork(begun: Entry<Publishing>, records: number, now: string): boolean {
  const age = Date.parse(now) - Date.parse(begun.at);
  return age >= 0 && age < Math.min(longest, shortest + records * each);
}

// Milliseconds after which a publisher is taken for dead and its release is finished by the next. A release takes about half of that
// (docs/capacity.md); with a minute for all, hundreds would write a release of a million stations side by side.
const shortest = 60_000;
const each = 0.4;

/** No Lambda lives longer. */
const longest = 900_000;

/** The records of all files in force: how long a release takes follows from them. */
export function recordsIn(ledger: readonly Entry[]): number {
  return [...foldLedger(ledger).files.values()].reduce((sum, { records }) => sum + records, 0);
}
