import { canonicalJson } from '../../../../functions/model/json/json.ts';
import type { Entry } from '../../../../functions/model/ledger.ts';
import { foldLedger } from '../../../../functions/model/state.ts';
import type { Known } from '../sweep/record.ts';

/** Where a ledger tells another story than the one without faults: another order is none where uploads come at the same time. */
export function differentStory({ uploads, ledger: expected }: Known, actual: readonly Entry[]): string[] {
  if (uploads.length === 1) {
    const [one, other] = [expected, actual].map((ledger) => ledger.map(withoutTime).join('\n'));
    return one === other ? [] : [`the ledger tells another story:\n${other}\ninstead of\n${one}`];
  }
  const [one, other] = [expected, actual].map(contentOf);
  return one === other ? [] : [`other files are in force:\n${other}\ninstead of\n${one}`];
}

// A release that was begun or finished later says so, and so does every hash that rests on that.
function withoutTime({ at, previous, ...entry }: Entry): string {
  if (entry.type === 'publishing') return canonicalJson(entry);
  if (entry.type === 'published') return canonicalJson({ ...entry, manifest: '' });
  return canonicalJson({ ...entry, at });
}

function contentOf(ledger: readonly Entry[]): string {
  const { files, status, unfinished } = foldLedger(ledger);
  const versions = [...files.values()].map(({ file, batch, versionId }) => ({ file, batch, versionId }));
  return canonicalJson({ versions, status: status?.status, unfinished: unfinished?.version });
}
