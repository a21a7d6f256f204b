import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { AreaId, BatchId, ContestId, ElectionId } from '../../model/ids.ts';
import type { Accepted } from '../../model/ledger.ts';
import type { BatchHeader } from '../../model/records/batch.ts';
import type { Protocol } from '../../model/records/protocol.ts';
import type { Candidate, Station, Turnout } from '../../model/records/roll.ts';
import type { StationIds } from '../../model/station-ids.ts';
import { readAhead } from './ahead.ts';

/** An accepted file. A ledger's entry is one. */
export interface CurrentFile {
  readonly file: string;
  readonly kind: Accepted['kind'];
  readonly contest: ContestId | null;
  readonly batch: BatchId;
}

/**
 * What is in force for an election when a file is checked: the accepted files, and the records of their batches. The handler gives
 * those of the ledger and the store, the command line those that it has checked before (`memoryCurrent`).
 */
export interface Current {
  readonly election: ElectionId;
  /** By file name, in the order of the names. */
  readonly files: ReadonlyMap<string, CurrentFile>;
  readonly batches: BatchReader;
  /** Versions of the finished releases; not given where nobody knows, as when a file is checked alone. */
  readonly releases?: ReadonlySet<string>;
}

/** The reading half of a store of batches. */
export interface BatchReader {
  header(election: ElectionId, batch: BatchId): Promise<BatchHeader | null>;
  definition(election: ElectionId, batch: BatchId): Promise<ElectionDefinition>;
  protocols(election: ElectionId, batch: BatchId, area: AreaId): Promise<readonly Protocol[]>;
  stations(election: ElectionId, batch: BatchId, area: AreaId): Promise<readonly Station[]>;
  /** The ids of all stations of a register batch; null when it was written before there were such rolls, or is not there. */
  roll(election: ElectionId, batch: BatchId): Promise<StationIds | null>;
  candidates(election: ElectionId, batch: BatchId): Promise<readonly Candidate[]>;
  turnout(election: ElectionId, batch: BatchId, area: AreaId): Promise<readonly Turnout[]>;
}

/** The accepted files of a kind, without the file that is being checked: a new version replaces its own records. */
export function otherFiles(current: Current, kind: Accepted['kind'], file: string): CurrentFile[] {
  return [...current.files.values()].filter((other) => other.kind === kind && other.file !== file);
}

/** The files with the headers of their batches, in order. */
export function headersOf(
  current: Current,
  files: readonly CurrentFile[],
): AsyncGenerator<[CurrentFile, BatchHeader]> {
  return readAhead(files, (file) => headerOf(current, file));
}

/** The files by the areas that they have records of, in order. */
export async function filesByArea(
  current: Current,
  files: readonly CurrentFile[],
): Promise<Map<AreaId, CurrentFile[]>> {
  const byArea = new Map<AreaId, CurrentFile[]>();
  for await (const [file, { areas }] of headersOf(current, files))
    for (const { area } of areas) byArea.set(area, [...(byArea.get(area) ?? []), file]);
  return byArea;
}

/** Header of an accepted batch. Throws when it is not there: the ledger names only whole batches. */
export async function headerOf(current: Current, file: CurrentFile): Promise<BatchHeader> {
  const header = await current.batches.header(current.election, file.batch);
  if (header === null)
    throw new Error(
      `batch ${file.batch} of ${current.election} (${file.file}) is in the ledger but not in the store; restore the table from its backup`,
    );
  return header;
}
