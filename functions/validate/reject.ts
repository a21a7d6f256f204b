import type { FindingCode } from '../model/finding.ts';
import type { Upload } from '../model/upload.ts';
import { digest } from './decode/digest.ts';
import { createFindings } from './findings.ts';
import type { FileVersion, Rejected } from './validate.ts';

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
  return { outcome: 'rejected', ...(await digest(open())), findings };
}

function waitingData({ election, contest }: Upload): Readonly<Record<string, string>> {
  return { election, contest: contest ?? '' };
}
