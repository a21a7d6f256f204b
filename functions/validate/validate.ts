import type { Rejected as RejectedEntry, Status } from '../model/ledger.ts';
import type { Upload } from '../model/upload.ts';
import { type BasisAnswer, basisFinder } from './basis.ts';
import { type Batch, batchOf } from './batch.ts';
import { type Changes, changesOf } from './changes/changes.ts';
import { compareWithCurrent } from './compare/compare.ts';
import type { Current } from './current/current.ts';
import type { ByteSource } from './decode/source.ts';
import { protocolsIn } from './entry/extent.ts';
import { rejectWaiting } from './entry/reject.ts';
import { createFindings, type Findings } from './findings.ts';
import { type Limits, type Reading, readUpload } from './read.ts';

/** One version of an uploaded file. */
export interface FileVersion {
  /** What its key says, see `parseUploadKey`. */
  readonly upload: Upload;
  /** Its bytes; they are read twice, and again when the definition changes meanwhile. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What becomes of a file. */
export type Verdict = Waiting | Rejected | Accepted;

/** It needs a file that is not there yet. */
export interface Waiting {
  readonly outcome: 'waiting';
  readonly for: 'definition-missing' | 'register-missing';
  /** What becomes of it when it has waited long enough. */
  readonly rejection: () => Promise<Rejected>;
}

/** It changes nothing. Hash and size are those of the file as uploaded. */
export interface Rejected {
  readonly outcome: 'rejected';
  readonly sha256: string;
  readonly bytes: number;
  readonly findings: Findings;
  /** The protocols in it, as the ledger keeps them. */
  readonly areas: RejectedEntry['areas'];
}

/** It may be entered in the ledger. Hash and size are those of the file as uploaded. */
export interface Accepted {
  readonly outcome: 'accepted';
  readonly sha256: string;
  readonly bytes: number;
  /** Warnings only. */
  readonly findings: Findings;
  /** What it changes of the version in force; null when there is none. */
  readonly changes: Changes | null;
  readonly result:
    | { readonly kind: 'batch'; readonly batch: Batch }
    | { readonly kind: 'status'; readonly status: Status };
}

/**
 * Checks one uploaded file: what it is to be read with, the file alone, then the file against those in force. The function that is returned can
 * be asked again when the state has moved on: it reads the file anew only when the definition or the register is another.
 */
export function validation(file: FileVersion, limits?: Limits): (current: Current) => Promise<Verdict> {
  const { upload, open } = file;
  const source: ByteSource = { name: upload.file, open };
  const basisOf = basisFinder(upload);
  let last: { answer: BasisAnswer; reading: Reading } | null = null;
  return async (current) => {
    const answer = await basisOf(current);
    if (answer.state === 'waiting')
      return { outcome: 'waiting', for: answer.for, rejection: () => rejectWaiting(file, answer.for) };
    if (last?.answer !== answer)
      last = { answer, reading: await readUpload(upload, source, answer.basis, limits) };
    return judge(upload, last.reading, answer, current);
  };
}

/** The same, once. */
export function validate(file: FileVersion, current: Current, limits?: Limits): Promise<Verdict> {
  return validation(file, limits)(current);
}

async function judge(
  upload: Upload,
  { sha256, bytes, content, findings: alone }: Reading,
  { basis, batches }: Extract<BasisAnswer, { state: 'ready' }>,
  current: Current,
): Promise<Verdict> {
  const findings = createFindings(alone);
  findings.raise(basis?.book.definition.severity);
  if (content !== null) await compareWithCurrent(upload, content, basis, current, findings);
  if (content === null || findings.errors > 0)
    return refused({
      outcome: 'rejected',
      sha256,
      bytes,
      findings,
      areas: protocolsIn(content, findings),
    });
  const accepted = { outcome: 'accepted', sha256, bytes, findings } as const;
  if (content.kind === 'status')
    return { ...accepted, changes: null, result: { kind: 'status', status: content.status } };
  const batch = batchOf(upload, sha256, batches, content);
  return { ...accepted, changes: await changesOf(batch, current), result: { kind: 'batch', batch } };
}

/** Rejected, unless all that is wrong is that the register of some area has not arrived: then the file waits for it. */
function refused(rejected: Rejected): Rejected | Waiting {
  const { errors, counts } = rejected.findings;
  const waits = errors > 0 && counts.get('register-incomplete') === errors;
  return waits ? { outcome: 'waiting', for: 'register-missing', rejection: async () => rejected } : rejected;
}
