import type { Accepted, Entry, Published, Publishing, StatusSet } from './ledger.ts';

/** What an election is at a revision: the fold of its ledger. */
export interface ElectionState {
  /** Number of the last entry that changed content (accepted or status); 0 before the first. */
  readonly revision: number;
  /** The accepted version of each file, by file name, in the order of their names. */
  readonly files: ReadonlyMap<string, Entry<Accepted>>;
  readonly definition: Entry<Accepted> | null;
  readonly status: Entry<StatusSet> | null;
  /** Finished releases, oldest first. */
  readonly releases: readonly Entry<Published>[];
  /** Begun and not finished, if any: whoever sees it finishes it first. */
  readonly unfinished: Entry<Publishing> | null;
}

/**
 * The state after the entries up to `revision` (all of them unless given). Releases and the unfinished one are always those of
 * the whole ledger, since they do not belong to the content.
 */
export function foldLedger(ledger: readonly Entry[], revision = Number.POSITIVE_INFINITY): ElectionState {
  const files = new Map<string, Entry<Accepted>>();
  const releases: Entry<Published>[] = [];
  let status: Entry<StatusSet> | null = null;
  let unfinished: Entry<Publishing> | null = null;
  let reached = 0;
  for (const entry of ledger) {
    if (entry.type === 'publishing') unfinished = entry;
    else if (entry.type === 'published') {
      releases.push(entry);
      unfinished = null;
    } else if (entry.number <= revision) {
      reached = entry.number;
      if (entry.type === 'status') status = entry;
      else files.set(entry.file, entry);
    }
  }
  return {
    revision: reached,
    files: sorted(files),
    definition: files.get('election.json') ?? null,
    status,
    releases,
    unfinished,
  };
}

/** The accepted files of one kind, in the order of their names. */
export function filesOfKind(state: ElectionState, kind: Accepted['kind']): Entry<Accepted>[] {
  return [...state.files.values()].filter((entry) => entry.kind === kind);
}

function sorted(files: Map<string, Entry<Accepted>>): Map<string, Entry<Accepted>> {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
