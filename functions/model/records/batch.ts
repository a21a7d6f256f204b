import type { ElectionDefinition } from '../generated/election.ts';
import type { AreaId, BatchId, ContestId, ElectionId, OptionId } from '../ids.ts';
import type { UploadKind } from '../ledger.ts';
import type { Field, Protocol } from './protocol.ts';
import type { Candidate, Station, Turnout } from './roll.ts';

/** Protocols in order of area, then station: as a list, or as a table that makes each when it is asked for. */
export type Protocols = readonly Protocol[] | ProtocolTable;

/** Protocols that are kept as columns of numbers: a million of them are no million objects. */
export interface ProtocolTable extends Iterable<Protocol> {
  readonly length: number;
  /** The areas that have any, in order, and how many. */
  readonly areas: readonly { readonly area: AreaId; readonly records: number }[];
  /** The source texts of its values. */
  readonly sources: readonly string[];
  inArea(area: AreaId): Iterable<Protocol>;
  totals(): AreaTotals[];
}

/** The records of an accepted upload, by kind. */
export type BatchRecords =
  | { readonly kind: 'definition'; readonly definition: ElectionDefinition }
  | { readonly kind: 'stations'; readonly stations: readonly Station[] }
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'results'; readonly protocols: Protocols }
  | { readonly kind: 'turnout'; readonly turnout: readonly Turnout[] };

/** The sum of a field over the stations (or areas) that state it, and how many those are. */
export interface FieldTotal {
  readonly sum: bigint;
  readonly units: number;
}

/** What the protocols of one contest in one area sum to. */
export interface AreaTotals {
  readonly contest: ContestId;
  readonly area: AreaId;
  /** Stations (or areas) with votes. */
  readonly reported: number;
  readonly values: ReadonlyMap<Field, FieldTotal>;
}

/** An area that a batch has records of. */
export interface BatchArea {
  readonly area: AreaId;
  readonly records: number;
  /**
   * Of a register: the voters of these stations, null where it does not say of one. Other kinds do not tell, nor do registers that were taken in
   * before headers told it.
   */
  readonly voters?: bigint | null;
}

/** What is known of a batch without reading its records. Written after them: a batch without a header is not whole. */
export interface BatchHeader {
  readonly election: ElectionId;
  readonly batch: BatchId;
  readonly kind: Exclude<UploadKind, 'status'>;
  readonly file: string;
  readonly records: number;
  /** Records by area, in order of the area ids: which partitions hold it. */
  readonly areas: readonly BatchArea[];
  /** What the records refer to, so that a new definition can be checked against them. */
  readonly references: readonly { readonly contest: ContestId; readonly options: readonly OptionId[] }[];
  /** Ids of the sources that the records name, which a new definition has to keep too. */
  readonly sources: readonly string[];
}

/** The protocols of one area. */
export function protocolsIn(protocols: Protocols, area: AreaId): Protocol[] {
  if ('inArea' in protocols) return [...protocols.inArea(area)];
  return protocols.filter((protocol) => protocol.area === area);
}

/** Totals of the protocols by contest and area, ordered by contest, then area. */
export function totalsOf(protocols: Protocols): AreaTotals[] {
  if ('totals' in protocols) return protocols.totals();
  const totals = new Map<
    string,
    { contest: ContestId; area: AreaId; reported: number; values: Map<Field, FieldTotal> }
  >();
  for (const protocol of protocols) {
    const key = `${protocol.contest}#${protocol.area}`;
    let area = totals.get(key);
    if (!area) {
      area = { contest: protocol.contest, area: protocol.area, reported: 0, values: new Map() };
      totals.set(key, area);
    }
    area.reported += addValues(area.values, protocol) ? 1 : 0;
  }
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, area]) => area);
}

/** The sums of several areas or batches put together, by field. */
export function sumTotals(parts: readonly AreaTotals[]): {
  reported: number;
  values: Map<Field, FieldTotal>;
} {
  const values = new Map<Field, FieldTotal>();
  let reported = 0;
  for (const part of parts) {
    reported += part.reported;
    for (const [field, { sum, units }] of part.values) {
      const before = values.get(field) ?? { sum: 0n, units: 0 };
      values.set(field, { sum: before.sum + sum, units: before.units + units });
    }
  }
  return { reported, values };
}

function addValues(values: Map<Field, FieldTotal>, protocol: Protocol): boolean {
  let votes = false;
  for (const [field, { count }] of protocol.values) {
    const before = values.get(field) ?? { sum: 0n, units: 0 };
    values.set(field, { sum: before.sum + BigInt(count), units: before.units + 1 });
    votes ||= field.startsWith('votes:');
  }
  return votes;
}
