import type { Entry, Publishing } from '../model/ledger.ts';

/**
 * Whether whoever began a release is probably still writing it. Then another publisher had better wait than write the same bytes a
 * second time. Only the waste depends on the clock: a guess that is wrong costs work or a pause, never a byte.
 *
 * @param now ISO 8601
 */
export function isAtWork(begun: Entry<Publishing>, now: string): boolean {
  const age = Date.parse(now) - Date.parse(begun.at);
  return age >= 0 && age < patience;
}

/** After so many milliseconds a publisher is taken for dead and its release is finished by the next. */
const patience = 60_000;
