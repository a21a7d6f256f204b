import type { AreaTotals, BatchHeader, BatchRecords } from '../model/batch.ts';
import type { Certificate } from '../model/generated/certificate.ts';
import type { ElectionDefinition } from '../model/generated/election.ts';
import type { Latest } from '../model/generated/latest.ts';
import type { Report } from '../model/generated/report.ts';
import type { AreaId, BatchId, ElectionId } from '../model/ids.ts';
import type { Entry } from '../model/ledger.ts';
import type { Protocol } from '../model/protocol.ts';
import type { Candidate, Station, Turnout } from '../model/roll.ts';

/** Everything that the handlers keep and read: one port, so that a handler can be run against memory as well as AWS. */
export interface Store {
  readonly uploads: UploadStore;
  readonly ledger: LedgerStore;
  readonly batches: BatchStore;
  readonly allocations: AllocationStore;
  readonly releases: ReleaseStore;
}

export interface UploadStore {
  /** The bytes of one version of an uploaded object. Throws `StoreError` code `object-missing` when it is gone. */
  open(key: string, versionId: string | null): Promise<{ bytes: number; body: AsyncIterable<Uint8Array> }>;
  /** Writes report.json and findings.csv of an upload, beside one another under `reports/`. Writing them twice is harmless. */
  writeReport(report: Report, findingsCsv: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
}

export interface LedgerStore {
  /** All entries of an election, in order; strongly consistent. Throws `StoreError` code `ledger-broken` when the chain does not hold. */
  read(election: ElectionId): Promise<Entry[]>;
  /** Puts the entry if its number is free: the one conditional write. False when another writer has taken the number. */
  append(entry: Entry): Promise<boolean>;
}

export interface BatchStore {
  /** Writes the records, then the totals, then the header. Writing the same batch twice is harmless. */
  write(header: BatchHeader, records: BatchRecords): Promise<void>;
  /** Null when the batch is not there or not whole. */
  header(election: ElectionId, batch: BatchId): Promise<BatchHeader | null>;
  definition(election: ElectionId, batch: BatchId): Promise<ElectionDefinition>;
  /** Records of one area, ordered by contest and station, by station, by contest-option-order, by time. */
  protocols(election: ElectionId, batch: BatchId, area: AreaId): Promise<Protocol[]>;
  stations(election: ElectionId, batch: BatchId, area: AreaId): Promise<Station[]>;
  candidates(election: ElectionId, batch: BatchId, area: AreaId): Promise<Candidate[]>;
  turnout(election: ElectionId, batch: BatchId, area: AreaId): Promise<Turnout[]>;
  /** Of a results batch, ordered by contest, then area. */
  totals(election: ElectionId, batch: BatchId): Promise<AreaTotals[]>;
}

export interface AllocationStore {
  /** Writing the same twice is harmless: it is a function of the revision. */
  write(election: ElectionId, revision: number, certificates: readonly Certificate[]): Promise<void>;
  /** In the order of the contests. Empty when that revision has not been allocated. */
  read(election: ElectionId, revision: number): Promise<Certificate[]>;
}

/** A file as it lies in the publication bucket. */
export interface StoredFile {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

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
    body: AsyncIterable<Uint8Array>,
  ): Promise<StoredFile>;
  /** Moves `latest.json` forward, never back, with If-Match; a newer pointer is left as it is. */
  moveLatest(latest: Latest): Promise<void>;
  /** Makes the root `catalog.json` anew from the pointers of all elections; concurrent writers do not lose one another's. */
  rebuildCatalog(describe: (latest: readonly Latest[]) => string): Promise<void>;
}

/** What went wrong in the store, for the operator. Network errors of the SDK pass through as they are: the state machine retries. */
export class StoreError extends Error {
  readonly code:
    | 'object-missing'
    | 'ledger-broken'
    | 'batch-missing'
    | 'release-differs'
    | 'record-too-large'
    | 'configuration';

  constructor(code: StoreError['code'], message: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
  }
}
