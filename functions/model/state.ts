import { canonicalJson } from './json/json.ts';
import type {
  Accepted,
  Entry,
  Published,
  Publishing,
  Rejected,
  Status,
  StatusSet,
  Withdrawal,
} from './ledger.ts';
import { isLater } from './upload.ts';

/** What an election is at a revision: the fold of its ledger. */
export interface ElectionState {
  /** Number of the last entry that changed content (accepted or status, not the same bytes again); 0 before the first. */
  readonly revision: number;
  /** The accepted version of each file, by file name, in the order of their names. */
  readonly files: ReadonlyMap<string, Entry<Accepted>>;
  readonly definition: Entry<Accepted> | null;
  readonly status: Entry<StatusSet> | null;
  /** Finished releases, oldest first. */
  readonly releases: readonly Entry<Published>[];
  /** Releases that have been withdrawn, by version, as the last status says. */
  readonly withdrawn: ReadonlyMap<string, Withdrawal>;
  /** Begun and not finished, if any: whoever sees it finishes it first. */
  readonly unfinished: Entry<Publishing> | null;
}

/**
 * The state after the entries up to `revision` (all of them unless given). Releases and the unfinished one are always those of
 * the whole ledger, since they do not belong to the content.
 */
export function foldLedger(ledger: readonly Entry[], revision = Number.POSITIVE_INFINITY): ElectionState {
  const lastStep = ledger.findLast((entry) => entry.type === 'publishing' || entry.type === 'published');
  const files = new Map<string, Entry<Accepted>>();
  let status: Entry<StatusSet> | null = null;
  let reached = 0;
  for (const entry of ledger) {
    if (entry.number > revision || (entry.type !== 'accepted' && entry.type !== 'status')) continue;
    const repeats =
      entry.type === 'status' ? leavesContent(status, entry) : files.get(entry.file)?.batch === entry.batch;
    if (!repeats) reached = entry.number;
    if (entry.type === 'status') status = entry;
    else files.set(entry.file, entry);
  }
  return {
    revision: reached,
    files: sorted(files),
    definition: files.get('election.json') ?? null,
    status,
    releases: ledger.filter((entry) => entry.type === 'published'),
    withdrawn: new Map((status?.status.withdrawn ?? []).map((one) => [one.version, one])),
    unfinished: lastStep?.type === 'publishing' ? lastStep : null,
  };
}

/**
 * Whether a status changes no content: the same file again, or one that withdraws releases and leaves the status as it is. A release made
 * of that would hold the very data that are withdrawn.
 */
function leavesContent(before: Entry<StatusSet> | null, entry: Entry<StatusSet>): boolean {
  if (before?.sha256 === entry.sha256) return true;
  const withdraws = withdrawals(before?.status) !== withdrawals(entry.status);
  return withdraws && entry.status.status === (before?.status.status ?? 'partial');
}

function withdrawals(status: Status | undefined): string {
  return canonicalJson(status?.withdrawn ?? []);
}

/** The accepted files of one kind, in the order of their names. */
export function filesOfKind(state: ElectionState, kind: Accepted['kind']): Entry<Accepted>[] {
  return [...state.files.values()].filter((entry) => entry.kind === kind);
}

/**
 * The rejected versions that are the last word on their file: no later version of it has been accepted, and none was rejected after
 * it. In the order of the file names. Versions are ordered by sequencer, since events may come in any order.
 */
export function pendingRejections(ledger: readonly Entry[], state: ElectionState): Entry<Rejected>[] {
  const pending = new Map<string, Entry<Rejected>>();
  for (const entry of ledger) {
    if (entry.type !== 'rejected') continue;
    const before = pending.get(entry.file);
    if (!before || !isLater(before.sequencer, entry.sequencer)) pending.set(entry.file, entry);
  }
  return [...sorted(pending).values()].filter(({ file, sequencer }) => {
    const inForce = state.files.get(file) ?? (state.status?.file === file ? state.status : undefined);
    return inForce === undefined || isLater(sequencer, inForce.sequencer);
  });
}

function sorted<Value>(files: ReadonlyMap<string, Value>): Map<string, Value> {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
