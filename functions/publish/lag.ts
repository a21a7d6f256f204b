import type { Entry } from '../model/ledger.ts';
import { foldLedger } from '../model/state.ts';

/**
 * Since when the oldest change of a release has been waiting to be published: the time of its upload, ISO 8601; null when there is none.
 * Before the first release nothing waits until results or turnout are in, however long ago the definition came.
 *
 * @param after revision of the release before, 0 where there is none
 * @param until revision of the release
 */
export function waitingSince(ledger: readonly Entry[], after: number, until: number): string | null {
  const first = after > 0 ? after + 1 : (ledger.find(isPublishable)?.number ?? Number.POSITIVE_INFINITY);
  const changes = ledger
    .filter(({ type, number }) => number >= first && number <= until && isContent(type))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  // The same bytes again change nothing, and so wait for nothing.
  return changes.find(({ number }) => foldLedger(ledger, number).revision === number)?.at ?? null;
}

function isPublishable(entry: Entry): boolean {
  return entry.type === 'accepted' && (entry.kind === 'results' || entry.kind === 'turnout');
}

function isContent(type: Entry['type']): boolean {
  return type === 'accepted' || type === 'status';
}
