import { createHash } from 'node:crypto';
import type { AreaId, BatchId, ContestId, ElectionId } from './ids.ts';
import { canonicalJson } from './json/json.ts';

/** What an upload holds, told by its key. */
export type UploadKind = 'definition' | 'stations' | 'candidates' | 'results' | 'turnout' | 'status';

/** Who says how far an election is: published with every release. */
export interface Status {
  readonly status: 'partial' | 'complete' | 'certified' | 'corrected' | 'withdrawn';
  readonly by: string;
  /** Date or time, ISO 8601. */
  readonly at: string;
  readonly reason: string;
  /** Releases that must not be used any more; not there when there are none. */
  readonly withdrawn?: readonly Withdrawal[];
}

/** A release is withdrawn: it stays where it is, and must not be used any more. */
export interface Withdrawal {
  readonly version: string;
  readonly by: string;
  /** Date or time, ISO 8601. */
  readonly at: string;
  readonly reason: string;
}

/** Where an entry stands in the chain of its election. */
interface Link {
  readonly election: ElectionId;
  /** From 1, without gaps. */
  readonly number: number;
  /** Hash of the entry before, 64 hexadecimal digits; zeros for the first. */
  readonly previous: string;
  /** Of an upload, the time of its event; of a release, the time when it was begun or finished. ISO 8601, UTC. */
  readonly at: string;
}

/** The file version that an entry came from. */
export interface UploadVersion {
  /** The key after `uploads/<election>/`, as `results/list/national.csv`. */
  readonly file: string;
  readonly versionId: string;
  /** Of the bytes as uploaded, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Orders the versions of a key: S3 promises that it grows. */
  readonly sequencer: string;
}

/** An upload was accepted: its batch is in force until a later entry of the same file. */
export interface Accepted extends UploadVersion {
  readonly type: 'accepted';
  readonly kind: Exclude<UploadKind, 'status'>;
  readonly contest: ContestId | null;
  readonly batch: BatchId;
  readonly records: number;
  readonly warnings: number;
  /** Why it was uploaded, in the words of whoever did; not there where nothing was said. */
  readonly reason?: string;
}

/** Somebody has said how far the election is. */
export interface StatusSet extends UploadVersion {
  readonly type: 'status';
  readonly status: Status;
}

/**
 * An upload was rejected. It changes no content: the revision stays, and what was in force stays in force. The entry keeps for the
 * release what would otherwise be known to nobody but the uploader: that something came, and why it is not in the results.
 */
export interface Rejected extends UploadVersion {
  readonly type: 'rejected';
  readonly kind: UploadKind;
  readonly contest: ContestId | null;
  /** Codes of the errors, each once, in order. */
  readonly codes: readonly string[];
  readonly errors: number;
  /** Of results: how many protocols were found in the file, by area, in order of the area ids; empty when nothing could be read. */
  readonly areas: readonly { readonly area: AreaId; readonly protocols: number }[];
}

/** A release is begun: version and revision are fixed from here on, whoever finishes it. */
export interface Publishing {
  readonly type: 'publishing';
  readonly version: string;
  readonly revision: number;
  readonly codeVersion: string;
}

/** A release is whole: every file is written. */
export interface Published {
  readonly type: 'published';
  readonly version: string;
  readonly revision: number;
  /** SHA-256 of manifest.json, hexadecimal. */
  readonly manifest: string;
  /** Fingerprint of the columns of all tables: a change is a major version. */
  readonly columns: string;
  /** Rows of its changes.csv by what they are; not there where an older version of the code has not counted them. */
  readonly changes?: ChangeCounts;
}

/** How many values a release has that the one before has not, has otherwise, or has no more. */
export interface ChangeCounts {
  readonly added: number;
  readonly corrected: number;
  readonly removed: number;
}

/** What an entry says, whatever its place in the chain. */
export type EntryBody = Accepted | StatusSet | Rejected | Publishing | Published;
/** An entry with its place in the chain. */
export type Entry<Body extends EntryBody = EntryBody> = Body & Link;

/** Whether an entry finishes a release. */
export function isPublished(entry: Entry): entry is Entry<Published> {
  return entry.type === 'published';
}

/** The hash that the next entry carries: SHA-256 over the canonical JSON of the whole entry. */
export function entryHash(entry: Entry): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}

/** The entry that `body` becomes at the end of `ledger`. */
export function nextEntry<Body extends EntryBody>(
  ledger: readonly Entry[],
  election: ElectionId,
  at: string,
  body: Body,
): Entry<Body> {
  const last = ledger.at(-1);
  const link: Link = {
    election,
    number: (last?.number ?? 0) + 1,
    previous: last ? entryHash(last) : '0'.repeat(64),
    at,
  };
  return { ...body, ...link };
}

/**
 * The first place where the chain is broken, or null when every entry follows from the one before.
 *
 * @param after the entry that the first of them follows; null where it is the first of its ledger
 */
export function brokenLink(entries: readonly Entry[], after: Entry | null = null): number | null {
  let previous = after ? entryHash(after) : '0'.repeat(64);
  let number = after?.number ?? 0;
  for (const entry of entries) {
    number += 1;
    if (entry.number !== number || entry.previous !== previous) return number;
    previous = entryHash(entry);
  }
  return null;
}
