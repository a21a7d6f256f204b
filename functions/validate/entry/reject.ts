import type { FindingCode } from '../../model/finding.ts';
import { canonicalJson } from '../../model/json/json.ts';
import type { Entry, Rejected as RejectedEntry } from '../../model/ledger.ts';
import { byCodePoint } from '../../model/text/text.ts';
import type { Upload } from '../../model/upload.ts';
import { digest } from '../decode/digest.ts';
import type { ObjectVersion } from '../event.ts';
import { createFindings, type Findings } from '../findings.ts';
import type { FileVersion, Rejected } from '../validate.ts';

/** Rejects a file that has waited long enough for its definition or register. */
export function rejectWaiting(
  { upload, open }: FileVersion,
  code: 'definition-missing' | 'register-missing',
): Promise<Rejected> {
  return rejectUnread(open, code, waitingData(upload));
}

/** Rejects a file without looking into it: only its hash and size are taken. */
export async function rejectUnread(
  open: () => AsyncIterable<Uint8Array>,
  code: FindingCode,
  data: Readonly<Record<string, string>>,
): Promise<Rejected> {
  const findings = createFindings();
  findings.add(code, {}, data);
  return { outcome: 'rejected', ...(await digest(open())), findings, areas: [] };
}

/** The entry of a rejected file version: a function of its bytes and of what it was checked against, never of the attempt. */
export function rejectionOf(
  { file, kind, contest }: Upload,
  { versionId, sequencer }: ObjectVersion,
  { sha256, bytes, findings, areas }: Rejected,
): RejectedEntry {
  const version = { file, versionId, sha256, bytes, sequencer };
  return {
    type: 'rejected',
    ...version,
    kind,
    contest,
    codes: errorCodes(findings),
    errors: findings.errors,
    areas,
  };
}

/** Whether the last rejection of the file says the same of the same version. */
export function isLastRejection(ledger: readonly Entry[], body: RejectedEntry): boolean {
  const last = ledger.findLast(
    (entry): entry is Entry<RejectedEntry> => entry.type === 'rejected' && entry.file === body.file,
  );
  if (last === undefined) return false;
  const { election: _election, number: _number, previous: _previous, at: _at, ...said } = last;
  return canonicalJson(said) === canonicalJson(body);
}

function waitingData({ election, contest }: Upload): Readonly<Record<string, string>> {
  return { election, contest: contest ?? '' };
}

function errorCodes({ kept }: Findings): string[] {
  const codes = new Set(kept.filter(({ level }) => level === 'error').map(({ code }) => code));
  return [...codes].sort(byCodePoint);
}
