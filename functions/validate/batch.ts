import { createHash } from 'node:crypto';
import { type AreaId, type BatchId, isBatchId } from '../model/ids.ts';
import { canonicalJson } from '../model/json/json.ts';
import type { BatchArea, BatchHeader, BatchRecords, Protocols } from '../model/records/batch.ts';
import type { Station } from '../model/records/roll.ts';
import { byCodePoint } from '../model/text/text.ts';
import type { Upload } from '../model/upload.ts';
import { votersOf } from '../model/voters.ts';
import type { Content } from './readers/content.ts';
import { referencesOf, sourcesOf } from './references/records.ts';

/** A batch as the store writes it. */
export interface Batch {
  readonly header: BatchHeader;
  readonly records: BatchRecords;
}

/** What a file contains besides a status, which has no batch. */
export type BatchContent = Exclude<Content, { kind: 'status' }>;

/**
 * The batch of an accepted file, the same for the same bytes under the same name read with the same definition and registers
 * (`basis`): a changed mapping makes another batch of the same file.
 */
export function batchOf(
  upload: Upload,
  sha256: string,
  basis: readonly BatchId[],
  content: BatchContent,
): Batch {
  const records = recordsOf(content);
  const header: BatchHeader = {
    election: upload.election,
    batch: batchId(upload.file, sha256, basis),
    kind: content.kind,
    file: upload.file,
    ...extentOf(records),
    references: referencesOf(records),
    sources: sourcesOf(records),
  };
  return { header, records };
}

/** The first 32 hexadecimal digits of a SHA-256 over file name, content hash and basis. */
export function batchId(file: string, sha256: string, basis: readonly BatchId[]): BatchId {
  const id = createHash('sha256').update(canonicalJson({ file, sha256, basis })).digest('hex').slice(0, 32);
  if (isBatchId(id)) return id;
  throw new RangeError(`${id} is not the name of a batch`);
}

function recordsOf(content: BatchContent): BatchRecords {
  switch (content.kind) {
    case 'definition':
      return content;
    case 'stations':
      return { kind: 'stations', stations: content.stations.map(({ record }) => record) };
    case 'candidates':
      return { kind: 'candidates', candidates: content.candidates.map(({ record }) => record) };
    case 'results':
      return { kind: 'results', protocols: content.protocols };
    case 'turnout':
      return { kind: 'turnout', turnout: content.turnout.map(({ record }) => record) };
  }
}

/** Records by area. A definition is one record, and candidates are one partition: neither has areas of its own. */
function extentOf(records: BatchRecords): Pick<BatchHeader, 'areas' | 'records'> {
  switch (records.kind) {
    case 'definition':
      return { areas: [], records: 1 };
    case 'stations':
      return { areas: registerAreas(records.stations), records: records.stations.length };
    case 'candidates':
      return { areas: [], records: records.candidates.length };
    case 'results':
      return { areas: protocolAreas(records.protocols), records: records.protocols.length };
    case 'turnout':
      return { areas: byArea(records.turnout), records: records.turnout.length };
  }
}

function registerAreas(stations: readonly Station[]): BatchArea[] {
  const areas = Map.groupBy(stations, ({ area }) => area);
  return byArea(stations).map((one) => ({ ...one, voters: votersOf(areas.get(one.area) ?? []) }));
}

function protocolAreas(protocols: Protocols): readonly BatchArea[] {
  return 'areas' in protocols ? protocols.areas : byArea(protocols);
}

function byArea(items: readonly { readonly area: AreaId }[]): BatchArea[] {
  const counts = new Map<AreaId, number>();
  for (const { area } of items) counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => byCodePoint(a, b)).map(([area, records]) => ({ area, records }));
}
