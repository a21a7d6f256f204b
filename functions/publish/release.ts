import type { AreaTree } from '../model/areas.ts';
import type { Certificate } from '../model/generated/certificate.ts';
import type { ElectionDefinition } from '../model/generated/election.ts';
import type { AreaId, BatchId, ContestId, ElectionId } from '../model/ids.ts';
import type { ChangeCounts, Entry, Published } from '../model/ledger.ts';
import type { AreaTotals, BatchHeader } from '../model/records/batch.ts';
import type { MergedProtocol, Protocol } from '../model/records/protocol.ts';
import type { Candidate, Station, Turnout } from '../model/records/roll.ts';
import type { ElectionState } from '../model/state.ts';

/** The part of the store that a release is read from: batches that never change. */
export interface Batches {
  header(election: ElectionId, batch: BatchId): Promise<BatchHeader | null>;
  definition(election: ElectionId, batch: BatchId): Promise<ElectionDefinition>;
  protocols(election: ElectionId, batch: BatchId, area: AreaId): Promise<Protocol[]>;
  stations(election: ElectionId, batch: BatchId, area: AreaId): Promise<Station[]>;
  candidates(election: ElectionId, batch: BatchId): Promise<Candidate[]>;
  turnout(election: ElectionId, batch: BatchId, area: AreaId): Promise<Turnout[]>;
  totals(election: ElectionId, batch: BatchId): Promise<AreaTotals[]>;
}

/** An election at a revision, with what is known of its batches without reading their records. */
export interface Snapshot {
  readonly election: ElectionId;
  readonly state: ElectionState;
  readonly definition: ElectionDefinition;
  /** By file name, in the order of the names. */
  readonly headers: ReadonlyMap<string, BatchHeader>;
}

/** The records, one area in memory at a time; areas in the order of the tree. Pages without records are passed over. */
export interface Records {
  /** Of one contest, ordered by area, then station (code point). */
  protocols(contest: ContestId): AsyncIterable<readonly MergedProtocol[]>;
  /** Of all contests in one area (not in those below), ordered by contest, as in the definition, then station. */
  protocolsIn(area: AreaId): Promise<readonly MergedProtocol[]>;
  /** Ordered by area, then station. */
  stations(): AsyncIterable<readonly Station[]>;
  /** A page a contest, in the order of the definition; ordered by option (as on the ballot), then place on the list. */
  candidates(): AsyncIterable<readonly Candidate[]>;
  /** Ordered by area, then time. */
  turnout(): AsyncIterable<readonly Turnout[]>;
}

/** What became of the protocols of an area over the versions of the files that brought them. */
export interface AreaHistory {
  /** When the first and the last file with protocols of the area came in: the times of their uploads, ISO 8601. */
  readonly first: string;
  readonly last: string;
  /** Protocols of which a later version of their file states other numbers than an earlier one. */
  readonly corrected: number;
}

/** One difference between two releases. */
export interface Change {
  readonly contest: string | null;
  readonly area: string | null;
  readonly station: string | null;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The uploaded file that made the difference. */
  readonly upload: string;
  /** Why, as whoever uploaded it has said; null where nothing was said. */
  readonly reason: string | null;
  /** Whether something is there now that was not: then the release is a minor version at least. */
  readonly adds: boolean;
}

/** A release that was finished before another was begun. */
export interface PastRelease {
  readonly version: string;
  readonly revision: number;
  /** When it was begun, ISO 8601, UTC. */
  readonly at: string;
  /** Null where they were not counted. */
  readonly changes: ChangeCounts | null;
}

/** A release to be written: everything that its files are a function of. */
export interface Release {
  readonly election: ElectionId;
  readonly version: string;
  /** When it was begun, ISO 8601, UTC: from the ledger, never from the clock. */
  readonly at: string;
  readonly codeVersion: string;
  readonly state: ElectionState;
  /** The entries up to the revision. */
  readonly ledger: readonly Entry[];
  readonly previous: Entry<Published> | null;
  /** The finished releases before this one, oldest first. */
  readonly earlier: readonly PastRelease[];
  readonly definition: ElectionDefinition;
  readonly tree: AreaTree;
  /** Under the law in force, in the order of the contests. */
  readonly certificates: readonly Certificate[];
  /** Under the scenarios, in their order, then in that of the contests. */
  readonly scenarios: readonly Certificate[];
  /** Of all results batches, by contest. */
  readonly totals: ReadonlyMap<ContestId, readonly AreaTotals[]>;
  /** Stations of the registers by area. */
  readonly stations: ReadonlyMap<AreaId, number>;
  readonly records: Records;
  /** Of a contest, by area: how its protocols came in up to the revision. Areas of which nothing has come are left out. */
  history(contest: ContestId): Promise<ReadonlyMap<AreaId, AreaHistory>>;
  /** What differs from the previous release (from nothing, for the first), streamed anew at each call. */
  changes(): AsyncIterable<readonly Change[]>;
}

/** A file as it lies in the publication bucket. */
export interface StoredFile {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Where the files of one release go. Reads every body to its end, also when the same file is there already. */
export interface Sink {
  put(path: string, mediaType: string, body: AsyncIterable<Uint8Array>): Promise<StoredFile>;
}
