import type { Certificate } from '../model/generated/certificate.ts';
import type { ElectionDefinition } from '../model/generated/election.ts';
import type { Folder } from '../model/generated/folder.ts';
import type { Latest } from '../model/generated/latest.ts';
import type { Report } from '../model/generated/report.ts';
import type { Versions } from '../model/generated/versions.ts';
import type { AreaId, BatchId, ElectionId } from '../model/ids.ts';
import type { Entry } from '../model/ledger.ts';
import type { AreaTotals, BatchHeader, BatchRecords } from '../model/records/batch.ts';
import type { Protocol } from '../model/records/protocol.ts';
import type { Candidate, Station, Turnout } from '../model/records/roll.ts';
import type { StationIds } from '../model/station-ids.ts';

/** Everything that the handlers keep and read: one port, so that a handler can be run against memory as well as AWS. */
export interface Store {
  readonly uploads: UploadStore;
  readonly ledger: LedgerStore;
  readonly batches: BatchStore;
  readonly allocations: AllocationStore;
  readonly releases: ReleaseStore;
  readonly logs: LogStore;
  readonly status: StatusStore;
  readonly signer: Signer;
}

/** The bytes of a file, piece by piece. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What stands beside report.json. */
export interface ReportFiles {
  /** All findings as a table. */
  readonly csv: Bytes;
  /** The report as a page of Markdown, by language. */
  readonly pages: ReadonlyMap<string, string>;
}

/** The uploaded files, and the reports on them. */
export interface UploadStore {
  /**
   * The bytes of one version of an uploaded object, of the newest when `versionId` is null. Whoever opens it reads the body
   * (leaving the loop early is fine). Throws `StoreError` code `object-missing` when it is gone.
   */
  open(key: string, versionId: string | null): Promise<{ bytes: number; body: AsyncIterable<Uint8Array> }>;
  /**
   * Why a version was uploaded: its metadata `reason` (header x-amz-meta-reason), as it was sent; null where nothing was said, or the object is
   * gone.
   */
  reason(key: string, versionId: string | null): Promise<string | null>;
  /**
   * What the malware scan of a version has found, as its tag says it (`scanTag`); null where there is no such tag yet. Throws `StoreError` code
   * `object-missing` when the version is gone.
   */
  scanResult(key: string, versionId: string | null): Promise<string | null>;
  /** Writes report.json, report.csv and the pages (Markdown by language) of an upload, beside one another under `reports/`. Writing them twice is harmless. */
  writeReport(report: Report, files: ReportFiles): Promise<void>;
}

/** The ledgers: the state of every election. */
export interface LedgerStore {
  /** All entries of an election, in order; strongly consistent. Throws `StoreError` code `ledger-broken` when the chain does not hold. */
  read(election: ElectionId): Promise<Entry[]>;
  /**
   * Puts the entry if its number is free: the one conditional write. False when another entry has taken the number; true as well
   * when this very entry already stands there, as after a reply that was lost.
   */
  append(entry: Entry): Promise<boolean>;
}

/** The records of accepted uploads, batch by batch; a batch never changes. */
export interface BatchStore {
  /** Writes the records, then the totals or the roll, then the header. Writing the same batch twice is harmless. */
  write(header: BatchHeader, records: BatchRecords): Promise<void>;
  /** Null when the batch is not there or not whole. */
  header(election: ElectionId, batch: BatchId): Promise<BatchHeader | null>;
  /** Throws `StoreError` code `batch-missing` when the batch holds none. */
  definition(election: ElectionId, batch: BatchId): Promise<ElectionDefinition>;
  /** Of one area, ordered by contest, then station (an area as a whole first), as `byCodePoint` orders. */
  protocols(election: ElectionId, batch: BatchId, area: AreaId): Promise<Protocol[]>;
  /** Of one area, ordered by station. */
  stations(election: ElectionId, batch: BatchId, area: AreaId): Promise<Station[]>;
  /**
   * The ids of all stations of a register batch: a hundredth of what its stations are. Null when the batch was written before there were rolls,
   * or is not there. Throws `StoreError` code `corrupt` while it is gone through when it is not what the header says.
   */
  roll(election: ElectionId, batch: BatchId): Promise<StationIds | null>;
  /** All of the batch (a candidate has no area of its own), ordered by contest, option, place on the list. */
  candidates(election: ElectionId, batch: BatchId): Promise<Candidate[]>;
  /** Of one area, ordered by time as written. */
  turnout(election: ElectionId, batch: BatchId, area: AreaId): Promise<Turnout[]>;
  /** Of a results batch, ordered by contest, then area. */
  totals(election: ElectionId, batch: BatchId): Promise<AreaTotals[]>;
}

/** Signs what is published. */
export interface Signer {
  /** Names the installation in the logs that it signs: a host name, or the name of the stack. */
  readonly name: string;
  /** Ed25519, 32 bytes. Throws `StoreError` code `configuration` when there is no key, or one of another kind. */
  publicKey(): Promise<Uint8Array>;
  /** The signature of at most 4,096 bytes: 64 bytes, the same each time for the same message. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** The certificates of every revision. */
export interface AllocationStore {
  /** Writing the same twice is harmless: it is a function of the revision. */
  write(election: ElectionId, revision: number, certificates: readonly Certificate[]): Promise<void>;
  /** In the order in which they were written. Empty when that revision has not been allocated, or not wholly. */
  read(election: ElectionId, revision: number): Promise<Certificate[]>;
}

/** A file as it lies in the publication bucket. */
export interface StoredFile {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The files at the root by name, from the pointers of all elections. */
export type DescribeRoot = (
  latest: readonly Latest[],
) => Promise<ReadonlyMap<string, { readonly mediaType: string; readonly text: string }>>;

/** The pages of an election by name, from its pointer and the text of the summary. */
export type DescribePages = (
  latest: Latest,
  summary: string,
) => ReadonlyMap<string, { readonly mediaType: string; readonly text: string }>;

/** What is published. */
export interface ReleaseStore {
  /**
   * Writes a file of a release under `elections/<election>/<version>/`, streaming, if it is not there (If-None-Match: *).
   * When it is there, checks that it has the same bytes: `StoreError` code `release-differs` otherwise.
   */
  put(
    election: ElectionId,
    version: string,
    path: string,
    mediaType: string,
    body: Bytes,
  ): Promise<StoredFile>;
  /** Writes `versions.json` with If-Match, unless one that follows from a later entry of the ledger is there. */
  writeVersions(versions: Versions): Promise<void>;
  /** Moves `latest.json` with If-Match; a pointer that a later entry of the ledger has put there is left as it is. */
  moveLatest(latest: Latest): Promise<void>;
  /**
   * Moves `index.json` of an election's folder forward, with If-Match: one that has as many releases is left as it is.
   */
  moveIndex(election: ElectionId, index: Folder): Promise<void>;
  /**
   * Writes the public key of the installation, as text, to the root: `minisign.pub`, where it takes the place of the one before, and
   * `keys/<id>.pub`, where it stays.
   */
  putKey(id: string, text: string): Promise<void>;
  /**
   * Makes the files `names` at the root anew from the pointers of all elections, ordered by election; concurrent writers do not lose
   * one another's.
   */
  rebuildRoot(names: readonly string[], describe: DescribeRoot): Promise<void>;
  /**
   * Makes the pages `names` of an election anew from its pointer and the summary.json of the release that it names, in the same way. Without a pointer
   * there are none.
   */
  rebuildPages(election: ElectionId, names: readonly string[], describe: DescribePages): Promise<void>;
  /**
   * Writes a part of the explorer, `assets/<name>`, whose name holds the hash of its content, if it is not there. Writing it twice is harmless;
   * `StoreError` code `release-differs` when other bytes are there.
   */
  putAsset(path: string, mediaType: string, bytes: Uint8Array): Promise<void>;
  /** Makes `elections/index.json` anew in the same way. */
  rebuildIndex(describe: (latest: readonly Latest[]) => string): Promise<void>;
}

/** The transparency logs, one an election. */
export interface LogStore {
  /** Where the log lies from the root of the site, without slashes at the ends. */
  path(election: ElectionId): string;
  open(election: ElectionId): LogFiles;
}

/** The files of one log; paths are from its folder. */
export interface LogFiles {
  /** Null when it is not there. */
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file that never changes (If-None-Match: *). `StoreError` code `release-differs` when other bytes are there. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Replaces the checkpoint with If-Match, unless `keep` says of the one that is there that it is as good. */
  moveCheckpoint(note: string, keep: (current: string) => Promise<boolean>): Promise<void>;
}

/** A file that lies in the intake bucket, and what became of its newest version. */
export interface UploadedFile {
  /** The key after `uploads/<election>/`. */
  readonly file: string;
  /** `null`, the word, in a bucket without versions. */
  readonly versionId: string;
  readonly bytes: number;
  /** When it was uploaded, ISO 8601, UTC. */
  readonly at: string;
  /** Null while the pipeline is at work on this version, or when it failed. */
  readonly report: Report | null;
}

/** An execution of the pipeline that gave up, as the state machine has recorded it. */
export interface Failure {
  readonly execution: string;
  /** The whole key, as `uploads/<election>/<file>`. */
  readonly key: string;
  readonly versionId: string;
  readonly error: string;
  readonly cause: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What an operator looks at. */
export interface StatusStore {
  /** All that have a ledger or an upload, in order. */
  elections(): Promise<ElectionId[]>;
  /** The files that were uploaded for an election, those that Sailau cannot read too, by name. */
  uploads(election: ElectionId): Promise<UploadedFile[]>;
  /** Oldest first, of all elections. */
  failures(): Promise<Failure[]>;
  /** The newest release of an election, null before the first. */
  latest(election: ElectionId): Promise<Latest | null>;
}

/** What went wrong in the store, for the operator. Network errors of the SDK pass through as they are: the state machine retries. */
export class StoreError extends Error {
  readonly code:
    | 'object-missing'
    | 'ledger-broken'
    | 'batch-missing'
    | 'release-differs'
    | 'record-too-large'
    /** What lies in a bucket or the table is not what Sailau has written there. */
    | 'corrupt'
    /** Other writers were faster every time; trying again later helps. */
    | 'contended'
    | 'configuration';

  constructor(code: StoreError['code'], message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}
