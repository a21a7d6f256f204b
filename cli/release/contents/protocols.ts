import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { AreaId, ContestId } from '../../../functions/model/ids.ts';
import type { AreaTotals, FieldTotal } from '../../../functions/model/records/batch.ts';
import type { Field, Protocol, Value } from '../../../functions/model/records/protocol.ts';
import { ReleaseDefect, shown } from '../defect.ts';
import type { ReleaseFolder } from '../folder.ts';
import { cellPlace, countIn, type TableRow, tableRows } from '../table.ts';
import { fieldIn, type Known, knownContests } from './known.ts';
import type { Register } from './register.ts';

/** The file that holds every number of every protocol. */
export const resultsFile = 'results.csv';

/** What the protocols of an area add up to for a contest, and the uploads that its rows name. */
export interface AreaSums extends AreaTotals {
  readonly uploads: ReadonlySet<string>;
}

/** The protocols of a release, added up. */
export interface ProtocolSums {
  readonly rows: number;
  readonly protocols: number;
  /** By contest and the area whose protocols they are. */
  readonly totals: readonly AreaSums[];
  /** Every protocol, with no more than what margins need: the voters registered, and whether it has votes (the value says nothing). */
  readonly records: readonly Protocol[];
  /** The uploads that the rows name, each with the first row that does. */
  readonly uploads: ReadonlyMap<string, number>;
}

/**
 * Adds up results.csv while it is read: memory holds the sums and the names of the stations. Throws ReleaseDefect for a row that speaks of
 * what definition and register have not, and for a protocol that stands in two places or states a number twice.
 */
export async function sumProtocols(
  folder: ReleaseFolder,
  definition: ElectionDefinition,
  register: Register,
): Promise<ProtocolSums> {
  const count: Count = {
    protocols: new Set(),
    records: [],
    sums: [],
    uploads: new Map(),
    open: null,
    register,
  };
  const known = knownContests(definition);
  const sources = new Set<string>(definition.sources.map(({ id }) => id));
  let rows = 0;
  for await (const row of tableRows(folder, resultsFile, columns)) {
    addRow(count, known, row);
    checkSources(sources, row);
    rows += 1;
  }
  const { protocols, records, sums: totals, uploads } = count;
  return { rows, protocols: protocols.size, records, totals, uploads };
}

const columns = ['contest', 'area', 'station', 'measure', 'option', 'count', 'source', 'upload'];

interface Sum {
  readonly contest: ContestId;
  readonly area: AreaId;
  reported: number;
  readonly values: Map<Field, FieldTotal>;
  readonly uploads: Set<string>;
}

interface Count {
  /** Every protocol that has begun, by its key. */
  readonly protocols: Set<string>;
  readonly records: Protocol[];
  readonly sums: Sum[];
  readonly uploads: Map<string, number>;
  readonly register: Register;
  /** The protocol that the rows are in. */
  open: Opened | null;
}

/** A protocol while its rows are read. */
interface Opened {
  readonly key: string;
  readonly sum: Sum;
  readonly record: { -readonly [Member in keyof Protocol]: Protocol[Member] };
  readonly fields: Set<Field>;
  hasVotes: boolean;
}

function addRow(count: Count, contests: ReadonlyMap<string, Known>, row: TableRow): void {
  const known = contests.get(row.cell('contest'));
  if (!known) throw unexpected(row, 'contest', 'a contest of the election');
  const protocol = protocolOf(count, known, row);
  const field = fieldIn(known, row.cell('measure'), row.cell('option'));
  const named = row.cell('measure') === 'votes' ? 'option' : 'measure';
  if (field === null) throw unexpected(row, named, `a count, or votes of an option of ${known.id}`);
  if (protocol.fields.has(field)) throw unexpected(row, named, 'each number of a protocol once');
  protocol.fields.add(field);
  const before = protocol.sum.values.get(field) ?? { sum: 0n, units: 0 };
  const number = countIn(row, 'count', resultsFile);
  protocol.sum.values.set(field, { sum: before.sum + number, units: before.units + 1 });
  if (field === 'registered' && !protocol.hasVotes)
    protocol.record.values = new Map([[field, { count: Number(number), source: '' }]]);
  if (named === 'option' && !protocol.hasVotes) {
    protocol.hasVotes = true;
    protocol.record.values = withVotes(field);
    protocol.sum.reported += 1;
  }
  const upload = row.cell('upload');
  protocol.sum.uploads.add(upload);
  if (!count.uploads.has(upload)) count.uploads.set(upload, row.row);
}

/** The protocol of a row: the one that is open, or the next, which must not have been there before. */
function protocolOf(count: Count, known: Known, row: TableRow): Opened {
  const area = known.areas.get(row.cell('area'));
  if (area === undefined) throw unexpected(row, 'area', `an area of contest ${known.id}`);
  const station = row.cell('station');
  if ((station === '') !== known.byArea)
    throw unexpected(row, 'station', known.byArea ? 'none: the contest is reported by area' : 'a station');
  const key = JSON.stringify(known.byArea ? [known.id, area] : [known.id, '', station]);
  const { open } = count;
  if (open?.key === key && open.sum.area === area) return open;
  if (count.protocols.has(key))
    throw unexpected(row, 'station', 'the rows of a protocol together, in one area, and no protocol twice');
  const registered = known.byArea ? null : (count.register.get(station) ?? null);
  if (!known.byArea && registered?.area !== area)
    throw unexpected(row, 'station', `a station that the register has in ${area}`);
  count.protocols.add(key);
  const record = { contest: known.id, area, station: registered?.station ?? null, values: noValues };
  const sum = sumOf(count, known.id, area, open);
  count.records.push(record);
  count.open = { key, sum, record, fields: new Set<Field>(), hasVotes: false };
  return count.open;
}

const noValues: ReadonlyMap<Field, Value> = new Map();

// One for each field: there are millions of protocols, and few fields.
function withVotes(field: Field): ReadonlyMap<Field, Value> {
  const known = votes.get(field) ?? new Map([[field, { count: 0, source: '' }]]);
  votes.set(field, known);
  return known;
}

const votes = new Map<Field, ReadonlyMap<Field, Value>>();

/** Areas stand together in a table that Sailau has written; one that comes again gets a second sum, which is as good. */
function sumOf({ sums }: Count, contest: ContestId, area: AreaId, open: Opened | null): Sum {
  if (open?.sum.contest === contest && open.sum.area === area) return open.sum;
  const sum = { contest, area, reported: 0, values: new Map(), uploads: new Set<string>() };
  sums.push(sum);
  return sum;
}

function checkSources(sources: ReadonlySet<string>, row: TableRow): void {
  const named = row.cell('source').split(';');
  if (named.some((id) => id !== '' && !sources.has(id)))
    throw unexpected(row, 'source', 'sources of the election');
}

function unexpected(row: TableRow, column: string, expected: string): ReleaseDefect {
  const found = shown(row.cell(column));
  return new ReleaseDefect({ file: resultsFile, at: cellPlace(row, column), expected, found });
}
