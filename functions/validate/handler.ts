import { type Entry, nextEntry } from '../model/ledger.ts';
import { type ElectionState, foldLedger } from '../model/state.ts';
import { parseUploadKey, type Upload } from '../model/upload.ts';
import { openStore } from '../store/open.ts';
import { type Store, StoreError } from '../store/store.ts';
import { observed } from '../telemetry/observed.ts';
import { remembered } from './current/remembered.ts';
import { bodyOf } from './entry/body.ts';
import { publishedReason } from './entry/reason.ts';
import { isLastRejection, rejectionOf, rejectUnread } from './entry/reject.ts';
import { ignored, type Named, resultOf, type ValidateResult } from './entry/result.ts';
import { refuseUnscanned } from './entry/scan.ts';
import { entryOf, isInForce, rejectionIn, standingOf } from './entry/standing.ts';
import { tellError, tellResult } from './entry/tell.ts';
import { type WriteBatch, writeOnce } from './entry/write-once.ts';
import { LedgerBusy, WaitingForInput } from './errors.ts';
import { electionOfKey, type ObjectVersion, readEvent, type ValidateEvent } from './event.ts';
import { reportFiles } from './report/files.ts';
import { type Reported, reportOf } from './report/report.ts';
import {
  type Accepted,
  type FileVersion,
  type Rejected,
  type Verdict,
  validation,
  type Waiting,
} from './validate.ts';

export type { ValidateResult };

/** What the handler takes from its surroundings. */
export interface ValidateOptions {
  /** Whether uploads are scanned for malware, so that none is read before its scan has found it clean. */
  readonly malwareScan: boolean;
}

/**
 * The first stage: takes in one uploaded file version. Runs the state protocol: read and check the file, read the ledger, check against
 * the files in force, write the batch, append *accepted*; when another writer has taken the number, look at what is new. No step
 * relies on being run once. Throws `WaitingForInput` (mode check), `LedgerBusy`, `EventInvalid`, and what the store throws.
 */
export function createHandler(
  store: Store,
  options: ValidateOptions = { malwareScan: false },
): (input: unknown) => Promise<ValidateResult> {
  return async (input) => {
    const { mode, object } = readEvent(input);
    return takeIn(store, object, mode, options);
  };
}

/** The Lambda: the store that the environment names is opened with the first event and kept for those that follow. */
export const handler = observed({
  stage: 'validate',
  run: (input: unknown) => {
    // Whatever stands there means that somebody has wanted uploads scanned.
    opened ??= createHandler(openStore(process.env), { malwareScan: process.env.MALWARE_SCAN !== undefined });
    return opened(input);
  },
  tell: tellResult,
  tellError,
});

let opened: ReturnType<typeof createHandler> | undefined;

// Other uploads of the same election append meanwhile; a loser only has to look at what they brought.
const mostAttempts = 30;

async function takeIn(
  store: Store,
  object: ObjectVersion,
  mode: ValidateEvent['mode'],
  options: ValidateOptions,
): Promise<ValidateResult> {
  const upload = parseUploadKey(object.key);
  if (object.key.endsWith('/')) return ignored(object, upload);
  try {
    return upload === null
      ? await refuseKey(store, object)
      : await enter(store, upload, object, mode, options);
  } catch (error) {
    // Deleted before its turn came: there is nothing left to judge.
    if (error instanceof StoreError && error.code === 'object-missing') return ignored(object, upload);
    throw error;
  }
}

async function enter(
  store: Store,
  upload: Upload,
  object: ObjectVersion,
  mode: ValidateEvent['mode'],
  { malwareScan }: ValidateOptions,
): Promise<ValidateResult> {
  const { election } = upload;
  const file: FileVersion = { upload, open: () => bytesOf(store, object) };
  const scan = malwareScan ? await store.uploads.scanResult(object.key, versionOf(object)) : undefined;
  const unsafe = scan === undefined ? null : await refuseUnscanned(file, scan, mode);
  const judge = validation(file);
  const batches = remembered(store.batches);
  const write = writeOnce(store.batches);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const ledger = await store.ledger.read(election);
    const state = foldLedger(ledger);
    const standing = standingOf(ledger, state, upload, object);
    const judged = async (then: ElectionState) =>
      unsafe ?? judge({ election, files: then.files, batches, releases: versionsIn(then) });
    if (standing === 'late') {
      await reportAgain(store, upload, object, ledger, rejectionIn(ledger, upload, object), judged);
      return ignored(object, upload);
    }
    if (standing === 'entered') {
      await reportAgain(store, upload, object, ledger, entryOf(ledger, upload, object), judged);
      return { ...resultOf('duplicate', upload, object), revision: state.revision };
    }
    const found = await judged(state);
    const verdict = found.outcome === 'waiting' ? await waited(upload, found, mode) : found;
    await report(store, upload, object, verdict);
    const result =
      verdict.outcome === 'rejected'
        ? await recordRejection(store, upload, object, ledger, verdict)
        : await record(store, upload, object, { ledger, state, write }, verdict);
    if (result !== null) return result;
  }
  throw new LedgerBusy(election, mostAttempts);
}

function versionsIn({ releases }: ElectionState): Set<string> {
  return new Set(releases.map(({ version }) => version));
}

/**
 * Writes the batch and appends the entry; null when another writer has taken the number. The same bytes again are entered too, though
 * they change nothing: an older version of the file that comes late must find that it is not the last.
 */
async function record(
  store: Store,
  upload: Upload,
  object: ObjectVersion,
  attempt: { readonly ledger: readonly Entry[]; readonly state: ElectionState; readonly write: WriteBatch },
  verdict: Accepted,
): Promise<ValidateResult | null> {
  const { ledger, state, write } = attempt;
  const repeated = isInForce(state, upload, verdict);
  if (!repeated && verdict.result.kind === 'batch') await write(verdict.result.batch);
  const reason = publishedReason(await store.uploads.reason(object.key, versionOf(object)));
  const entry = nextEntry(ledger, upload.election, object.at, bodyOf(upload, object, verdict, reason));
  if (!(await store.ledger.append(entry))) return null;
  const outcome = repeated ? 'duplicate' : 'accepted';
  return {
    ...resultOf(outcome, upload, object, verdict),
    revision: repeated ? state.revision : foldLedger([...ledger, entry]).revision,
  };
}

/**
 * Writes once more the report that the last entry of this version came from: another run of the same event may have judged before it was made, or this
 * one after it, and written what it had found. Every run ends here or with an entry of its own, so the last report is the right one.
 */
async function reportAgain(
  store: Store,
  upload: Upload,
  object: ObjectVersion,
  ledger: readonly Entry[],
  entry: Entry | undefined,
  judged: (state: ElectionState) => Promise<Verdict>,
): Promise<void> {
  if (entry === undefined) return;
  try {
    const found = await judged(foldLedger(ledger, entry.number - 1));
    const verdict = found.outcome === 'waiting' ? await found.rejection() : found;
    await report(store, upload, object, verdict);
  } catch (error) {
    // Deleted after it was taken in: it is in force all the same, and its allocation and release may still be due.
    if (!(error instanceof StoreError) || error.code !== 'object-missing') throw error;
  }
}

/**
 * Enters that the file was rejected, so that a release can show it; null when another writer has taken the number: what that one has
 * brought may change the verdict. The same rejection of the same version again, as of an event that comes twice, is not entered again.
 */
async function recordRejection(
  store: Store,
  upload: Upload,
  object: ObjectVersion,
  ledger: readonly Entry[],
  verdict: Rejected,
): Promise<ValidateResult | null> {
  const body = rejectionOf(upload, object, verdict);
  // Known already: then nothing is appended that could fail, so whether others came between is looked up.
  const entered = isLastRejection(ledger, body)
    ? (await store.ledger.read(upload.election)).length === ledger.length
    : await store.ledger.append(nextEntry(ledger, upload.election, object.at, body));
  return entered ? resultOf('rejected', upload, object, verdict) : null;
}

/** Waits for what is missing while there is time: the state machine tries again. */
function waited(
  { file, election }: Upload,
  waiting: Waiting,
  mode: ValidateEvent['mode'],
): Promise<Rejected> {
  if (mode === 'reject-waiting') return waiting.rejection();
  const what = waiting.for === 'definition-missing' ? 'election.json' : 'the register of its stations';
  throw new WaitingForInput(waiting.for, `${file} needs ${what} of ${election}`);
}

/** Writes the report before the outcome can be seen in the ledger; whoever runs again writes the same. */
async function report(store: Store, upload: Named, object: ObjectVersion, verdict: Rejected | Accepted) {
  const batch =
    verdict.outcome === 'accepted' && verdict.result.kind === 'batch' ? verdict.result.batch : null;
  const about: Reported = {
    election: upload.election,
    file: upload.file,
    versionId: object.versionId,
    sha256: verdict.sha256,
    bytes: verdict.bytes,
    at: object.at,
    outcome: verdict.outcome,
    records: batch?.header.records ?? 0,
    ...(batch !== null && { batch: batch.header.batch }),
    ...(verdict.outcome === 'accepted' && { changes: verdict.changes }),
  };
  const written = reportOf(about, verdict.findings);
  await store.uploads.writeReport(written, reportFiles(written, verdict.findings));
}

/** Of a key that Sailau does not read: a report where the key names an election, else nobody would look for one. */
async function refuseKey(store: Store, object: ObjectVersion): Promise<ValidateResult> {
  const named = electionOfKey(object.key);
  if (named === null) return ignored(object, null);
  const verdict = await rejectUnread(() => bytesOf(store, object), 'key-not-recognised', { key: object.key });
  await report(store, named, object, verdict);
  return resultOf('rejected', named, object, verdict);
}

async function* bytesOf(store: Store, object: ObjectVersion): AsyncGenerator<Uint8Array> {
  const { body } = await store.uploads.open(object.key, versionOf(object));
  yield* body;
}

/** The version as the store asks for it; null in a bucket without versions. */
function versionOf({ versionId }: ObjectVersion): string | null {
  return versionId === 'null' ? null : versionId;
}
