import { type ContestId, type ElectionId, isContestId, isElectionId } from './ids.ts';
import type { UploadKind } from './ledger.ts';

/** What the key of an upload says. */
export interface Upload {
  readonly election: ElectionId;
  readonly kind: UploadKind;
  /** The key after `uploads/<election>/`. */
  readonly file: string;
  /** Of results: the contest. */
  readonly contest: ContestId | null;
}

/** Reads a key of the intake bucket; null when it is none of those that Sailau reads. Keys are hostile: every part is checked. */
export function parseUploadKey(key: string): Upload | null {
  const [root, election = '', ...rest] = key.split('/');
  if (root !== 'uploads' || !isElectionId(election)) return null;
  const file = rest.join('/');
  if (file === 'election.json') return { election, kind: 'definition', file, contest: null };
  if (file === 'status.json') return { election, kind: 'status', file, contest: null };
  const [folder, first = '', second] = rest;
  if (folder === 'results' && rest.length === 3 && isContestId(first) && isTableName(second))
    return { election, kind: 'results', file, contest: first };
  if (
    (folder === 'stations' || folder === 'candidates' || folder === 'turnout') &&
    rest.length === 2 &&
    isTableName(first)
  )
    return { election, kind: folder, file, contest: null };
  return null;
}

/**
 * Whether sequencer `a` is of a later version than `b`. They are hexadecimal texts of different lengths, compared after the shorter is
 * filled up with zeros on the right (Amazon S3 User Guide, "Event ordering and duplicate events").
 */
export function isLater(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  return a.toUpperCase().padEnd(length, '0') > b.toUpperCase().padEnd(length, '0');
}

/** Letters and digits of any script, space, dot, hyphen, underscore; at the end what kind of table it is, and `.gz` or `.zip` where it is compressed. */
function isTableName(name: string | undefined): boolean {
  return (
    name !== undefined &&
    name.length <= 200 &&
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]*\.(csv|tsv|txt|json|ndjson|xlsx)(\.gz|\.zip)?$/iu.test(name)
  );
}
