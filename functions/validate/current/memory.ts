import type { AreaId, ElectionId } from '../../model/ids.ts';
import { type BatchHeader, type BatchRecords, protocolsIn } from '../../model/records/batch.ts';
import { stationIdsOf } from '../../model/station-ids.ts';
import type { BatchReader, Current, CurrentFile } from './current.ts';

/** A current state in memory, to which files are added as they are accepted. */
export interface MemoryCurrent extends Current {
  accept(file: CurrentFile, header: BatchHeader, records: BatchRecords): void;
}

/** The empty state of an election, for checks without a store; or the state `base`, to which files are added without changing it. */
export function memoryCurrent(election: ElectionId, base?: Current): MemoryCurrent {
  const files = new Map<string, CurrentFile>(base?.files);
  const batches = new Map<string, { header: BatchHeader; records: BatchRecords }>();
  const recordsOf = (batch: string) => batches.get(batch)?.records;
  const reader: BatchReader = {
    header: async (_election, batch) => batches.get(batch)?.header ?? null,
    definition: async (_election, batch) => {
      const records = recordsOf(batch);
      if (records?.kind === 'definition') return records.definition;
      throw new RangeError(`batch ${batch} holds no definition`);
    },
    protocols: async (_election, batch, area) => {
      const records = recordsOf(batch);
      return records?.kind === 'results' ? protocolsIn(records.protocols, area) : [];
    },
    stations: async (_election, batch, area) => {
      const records = recordsOf(batch);
      return records?.kind === 'stations' ? ofArea(records.stations, area) : [];
    },
    roll: async (_election, batch) => {
      const records = recordsOf(batch);
      return records?.kind === 'stations' ? stationIdsOf(records.stations) : null;
    },
    candidates: async (_election, batch) => {
      const records = recordsOf(batch);
      return records?.kind === 'candidates' ? records.candidates : [];
    },
    turnout: async (_election, batch, area) => {
      const records = recordsOf(batch);
      return records?.kind === 'turnout' ? ofArea(records.turnout, area) : [];
    },
  };
  return {
    election,
    files,
    batches:
      base === undefined ? reader : eitherReader((batch) => (batches.has(batch) ? reader : base.batches)),
    accept(file, header, records) {
      files.set(file.file, file);
      batches.set(header.batch, { header, records });
    },
  };
}

/** Asks the reader that has the batch. */
function eitherReader(of: (batch: string) => BatchReader): BatchReader {
  return {
    header: (election, batch) => of(batch).header(election, batch),
    definition: (election, batch) => of(batch).definition(election, batch),
    protocols: (election, batch, area) => of(batch).protocols(election, batch, area),
    stations: (election, batch, area) => of(batch).stations(election, batch, area),
    roll: (election, batch) => of(batch).roll(election, batch),
    candidates: (election, batch) => of(batch).candidates(election, batch),
    turnout: (election, batch, area) => of(batch).turnout(election, batch, area),
  };
}

function ofArea<Item extends { readonly area: AreaId }>(items: readonly Item[], area: AreaId): Item[] {
  return items.filter((item) => item.area === area);
}
