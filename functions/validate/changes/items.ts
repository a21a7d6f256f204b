import type { AreaId, ContestId, OptionId, StationId } from '../../model/ids.ts';
import type { BatchRecords } from '../../model/records/batch.ts';
import { countFields, type Field, isVotesField, type Protocol } from '../../model/records/protocol.ts';
import type { Candidate, Station, Turnout } from '../../model/records/roll.ts';
import { byCodePoint } from '../../model/text/text.ts';

/** What a record is about, as far as its kind says. */
export interface ItemPlace {
  readonly contest?: ContestId;
  readonly area?: AreaId;
  readonly station?: StationId;
  readonly option?: OptionId;
  /** What tells records apart beside these: the time of a snapshot, the place on a list. */
  readonly record?: string;
}

/** A record as its fields; those that are missing are left out. */
export interface Item {
  readonly key: string;
  readonly place: ItemPlace;
  readonly fields: ReadonlyMap<string, string | number>;
}

/** Records that have fields to compare: a definition is a document. */
export type ItemRecords = Exclude<BatchRecords, { kind: 'definition' }>;

/** The records as items, in their order. */
export function itemsOf(records: ItemRecords): Item[] {
  switch (records.kind) {
    case 'results':
      return Array.from(records.protocols, protocolItem);
    case 'stations':
      return records.stations.map(stationItem);
    case 'candidates':
      return records.candidates.map(candidateItem);
    case 'turnout':
      return records.turnout.map(snapshotItem);
  }
}

function protocolItem({ contest, area, station, values }: Protocol): Item {
  const fields = [...values].sort(([a], [b]) => fieldRank(a) - fieldRank(b) || byCodePoint(a, b));
  return {
    key: station ?? area,
    place: { contest, area, ...(station !== null && { station }) },
    fields: new Map(fields.map(([field, { count }]) => [field, count])),
  };
}

function fieldRank(field: Field): number {
  return isVotesField(field) ? countFields.length : countFields.indexOf(field);
}

function stationItem({ station, area, name, registered, source }: Station): Item {
  return { key: station, place: { area, station }, fields: present({ name, registered, source }) };
}

function candidateItem({ contest, option, order, name, source, ...flags }: Candidate): Item {
  const names = Object.fromEntries(
    Object.entries(name).map(([language, text]) => [`name_${language}`, text]),
  );
  return {
    key: `${contest}#${option}#${order}`,
    place: { contest, option, record: String(order) },
    fields: present({ ...names, ...flags, source }),
  };
}

function snapshotItem({ area, time, registered, issued, percent, source }: Turnout): Item {
  return {
    key: `${area}#${time}`,
    place: { area, record: time },
    fields: present({ registered, issued, percent, source }),
  };
}

function present(
  values: Readonly<Record<string, string | number | boolean | null>>,
): Map<string, string | number> {
  const fields = new Map<string, string | number>();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === '') continue;
    fields.set(name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);
  }
  return fields;
}
