import type { ElectionId } from '../../functions/model/ids.ts';
import { type Entry, isPublished } from '../../functions/model/ledger.ts';
import { type ElectionState, filesOfKind, foldLedger } from '../../functions/model/state.ts';
import { waitingSince } from '../../functions/publish/lag.ts';
import type { Failure, Store, UploadedFile } from '../../functions/store/store.ts';
import { type ContestStatus, contestStatuses } from './completeness.ts';

/** An election as `status` shows it. */
export interface ElectionStatus {
  readonly election: string;
  readonly status: string;
  readonly revision: number;
  readonly version: string | null;
  readonly unfinished: string | null;
  /** Since when the oldest change that is in waits to be published, ISO 8601; null when all is published. */
  readonly unpublishedSince: string | null;
  /** Seconds from the upload of the oldest change in the newest release until it was whole; null where nothing had to wait. */
  readonly lagSeconds: number | null;
  readonly contests: readonly ContestStatus[];
  readonly files: readonly FileStatus[];
  readonly failures: readonly Failure[];
}

/** `waiting`: for the definition or the register; `processing`: in work; `failed`: the pipeline has given up on it. */
export type FileOutcome = 'accepted' | 'rejected' | 'processing' | 'waiting' | 'failed';

/** The newest version of a file, and what came of it. */
export interface FileStatus {
  readonly file: string;
  readonly versionId: string;
  readonly at: string;
  readonly outcome: FileOutcome;
  readonly report: UploadedFile['report'];
}

/** How an election stands, from its ledger, its uploads and their reports. */
export async function electionStatus(
  store: Store,
  id: ElectionId,
  allFailures: readonly Failure[],
): Promise<ElectionStatus> {
  const ledger = await store.ledger.read(id);
  const state = foldLedger(ledger);
  const failures = allFailures.filter(({ key }) => key.startsWith(`uploads/${id}/`));
  const files = (await store.status.uploads(id)).map((file) => fileStatus(file, failures, ledger, state));
  const newest = state.releases.at(-1);
  return {
    election: id,
    status: state.status?.status.status ?? 'partial',
    revision: state.revision,
    version: newest?.version ?? null,
    unfinished: state.unfinished?.version ?? null,
    unpublishedSince: waitingSince(ledger, newest?.revision ?? 0, state.revision),
    lagSeconds: lagOf(ledger),
    contests: await contestStatuses(store, id, state),
    files,
    failures,
  };
}

/** Whether nothing at all is known of it. */
export function isUnknown({ revision, files, failures }: ElectionStatus): boolean {
  return revision === 0 && files.length === 0 && failures.length === 0;
}

function fileStatus(
  { file, versionId, at, report }: UploadedFile,
  failures: readonly Failure[],
  ledger: readonly Entry[],
  state: ElectionState,
): FileStatus {
  const failed = failures.some(
    (failure) => failure.versionId === versionId && failure.key.endsWith(`/${file}`),
  );
  const open = isWaiting(file, state) ? 'waiting' : 'processing';
  const outcome = report?.outcome ?? enteredAs(ledger, file, versionId) ?? (failed ? 'failed' : open);
  return { file, versionId, at, report, outcome };
}

/** What the ledger says of a version: reports are kept for a while only (docs/settings.md), entries for good. */
function enteredAs(ledger: readonly Entry[], file: string, versionId: string): FileOutcome | null {
  const entry = ledger.findLast(
    (one) => 'versionId' in one && one.file === file && one.versionId === versionId,
  );
  if (entry === undefined) return null;
  return entry.type === 'rejected' ? 'rejected' : 'accepted';
}

/** Of a file without a report: whether what it needs is not in yet. */
function isWaiting(file: string, state: ElectionState): boolean {
  if (file === 'election.json' || file === 'status.json') return false;
  if (state.definition === null) return true;
  return file.startsWith('results/') && filesOfKind(state, 'stations').length === 0;
}

function lagOf(ledger: readonly Entry[]): number | null {
  const releases = ledger.filter(isPublished);
  const newest = releases.at(-1);
  if (newest === undefined) return null;
  const since = waitingSince(ledger, releases.at(-2)?.revision ?? 0, newest.revision);
  return since === null ? null : Math.max(0, (Date.parse(newest.at) - Date.parse(since)) / 1000);
}
