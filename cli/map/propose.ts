import type {
  ColumnPlace,
  ElectionDefinition,
  Option,
  Table,
} from '../../functions/model/generated/election.ts';
import { parseCount } from '../../functions/validate/cells/counts.ts';
import { type Assignment, assignColumns, type KnownIds } from './columns.ts';
import { numberedOptions, type OptionProposal, optionsIn } from './options.ts';
import { type ColumnProfile, knownShare, profilesOf } from './profile.ts';
import type { Sample } from './sample.ts';
import { beginsAsTotal, type CanonicalName, columnsOf, wordScore } from './words.ts';

/** What a mapping is proposed from, beside the file itself. */
export interface ProposalContext {
  /** The key after `uploads/<election>/` that the mapping is for. */
  readonly file: string;
  readonly kind: keyof typeof columnsOf;
  /** Of results: the options of the contest; null when no definition is given. */
  readonly options: readonly Option[] | null;
  readonly parties: ElectionDefinition['parties'];
  readonly known: KnownIds;
}

/** A mapping, and the option of each label that it takes for one. */
export interface Proposal {
  readonly table: Table;
  readonly options: ReadonlyMap<string, string>;
}

/** Proposes the mapping of a table from its first rows. */
export function proposeTable(sample: Sample, context: ProposalContext): Proposal {
  const totals = totalRows(sample);
  const rows = sample.rows.filter((row) => !row.some(beginsAsTotal));
  const profiles = profilesOf({ ...sample, rows });
  const { header, labels } = sample;
  const long = context.kind === 'results' ? longProposal(profiles, labels, context) : null;
  const { columns, option, votes, place } = long ?? wideProposal(profiles, labels, context);
  const left = profiles.filter(({ index }) => !place.has(index));
  const sums = long === null ? totalColumns(left, votes, rows, labels) : [];
  const summed = new Set(sums.map(({ index }) => index));
  const ignore = left
    .filter(({ index, label }) => !summed.has(index) && label !== '')
    .map(({ index }) => placeOf(index, labels));
  const stated = {
    ...(totals.length > 0 && { rows: totals }),
    ...(sums.length > 0 && { columns: sums.map(({ column, of }) => ({ column, of })) }),
  };
  const table: Table = {
    files: context.file,
    layout: long === null ? 'wide' : 'long',
    ...(header.first > 1 && { headerRow: header.first }),
    ...(header.last > header.first && { headerRows: header.last - header.first + 1 }),
    columns,
    ...(option.mapping !== null && { options: option.mapping }),
    ...(ignore.length > 0 && { ignore }),
    ...(Object.keys(stated).length > 0 && { totals: stated }),
  };
  return { table, options: option.found };
}

/** A column by its header, or by its position where the header is blank or stands twice. */
function placeOf(index: number, labels: readonly string[]): string | number {
  const label = labels[index] ?? '';
  const same = labels.filter((other) => other.toLowerCase() === label.toLowerCase());
  return label === '' || same.length > 1 ? index + 1 : label;
}

/** Columns by name; the columns of votes and all columns that have a meaning, by index. */
interface Part {
  readonly columns: Table['columns'];
  readonly option: OptionProposal;
  readonly votes: readonly number[];
  readonly place: ReadonlySet<number>;
}

/** The long layout, when stations have several rows that name an option each; else null. */
function longProposal(
  profiles: readonly ColumnProfile[],
  labels: readonly string[],
  { options, parties, known }: ProposalContext,
): Part | null {
  const found = assignColumns(profiles, ['option', 'votes', ...columnsOf.results], known);
  const unit = found.get('station') ?? found.get('area');
  const option = found.get('option');
  if (option === undefined || unit === undefined || !found.has('votes') || unit.distinct > 0.6) return null;
  const named = options === null ? null : optionsIn([...option.values], options, parties);
  return {
    columns: columnsFrom(found, labels),
    option: named ?? { mapping: null, found: new Map([...option.values].map((value) => [value, value])) },
    votes: [],
    place: new Set([...found.values()].map(({ index }) => index)),
  };
}

function wideProposal(
  profiles: readonly ColumnProfile[],
  labels: readonly string[],
  { kind, options, parties, known }: ProposalContext,
): Part {
  const numbers = profiles.filter(
    ({ numeric, filled, label }) => numeric >= 0.9 && filled > 0 && label !== '',
  );
  const candidates = kind === 'results' ? numbers.map(({ label }) => label) : [];
  const option = options === null ? numberedOptions(candidates) : optionsIn(candidates, options, parties);
  const votes = numbers.filter(({ label }) => option.found.has(label)).map(({ index }) => index);
  const others = profiles.filter(({ index }) => !votes.includes(index));
  const found = new Map(assignColumns(others, columnsOf[kind], known));
  const turnout = others.find(
    (one) => !isAssigned(found, one) && wordScore(one.label, 'votes') > 0 && one.numeric > 0.9,
  );
  // Without a column of an option, "votes" are those who voted.
  if (kind === 'results' && votes.length === 0 && !found.has('cast') && turnout) found.set('cast', turnout);
  const columns = columnsFrom(found, labels);
  const area = found.has('area') ? null : areaFromStation(found, labels, known);
  return {
    columns: area === null ? columns : { ...columns, area },
    option,
    votes,
    place: new Set([...votes, ...[...found.values()].map(({ index }) => index)]),
  };
}

function isAssigned(found: Assignment, { index }: ColumnProfile): boolean {
  return [...found.values()].some((one) => one.index === index);
}

function columnsFrom(found: Assignment, labels: readonly string[]): Record<string, ColumnPlace> {
  const order: readonly CanonicalName[] = [
    'station',
    'area',
    'name',
    'time',
    ...columnsOf.results,
    'percent',
    'option',
    'votes',
  ];
  const names = [...new Set(order)].filter((name) => found.has(name));
  return Object.fromEntries(names.map((name) => [name, placeOf(found.get(name)?.index ?? 0, labels)]));
}

/** The area as the beginning of the station's code, where that names areas of the definition. */
function areaFromStation(found: Assignment, labels: readonly string[], { areas }: KnownIds) {
  const station = found.get('station');
  if (station === undefined || areas.size === 0) return null;
  const column = placeOf(station.index, labels);
  const fits = (cut: (value: string) => string) =>
    knownShare({ ...station, values: new Set([...station.values].map(cut)) }, areas) > 0.9;
  const before = ['.', '-', '/', ' '].find((mark) => fits((value) => value.split(mark)[0] ?? ''));
  if (before !== undefined) return { column, before };
  const first = [2, 3, 4, 5].find((length) => fits((value) => value.slice(0, length)));
  return first === undefined ? null : { column, first };
}

/** Rows that state totals, by the column whose cell says so. */
function totalRows({ rows, labels }: Sample): NonNullable<NonNullable<Table['totals']>['rows']> {
  const found = new Map<number, Set<string>>();
  for (const row of rows) {
    const index = row.findIndex(beginsAsTotal);
    if (index === -1) continue;
    found.set(index, (found.get(index) ?? new Set()).add(row[index]?.trim() ?? ''));
  }
  return [...found].map(([index, cells]) => {
    const matches =
      cells.size <= 10 ? [...cells] : [...new Set([...cells].map((cell) => `${cell.split(/\s/)[0]}*`))];
    const [first = '', ...others] = matches.slice(0, 50);
    const of = cells.size > 1 ? ({ of: 'above' } as const) : {};
    return { column: placeOf(index, labels), matches: [first, ...others], ...of };
  });
}

/** Columns whose numbers are the sum of all votes of their row. */
function totalColumns(
  left: readonly ColumnProfile[],
  votes: readonly number[],
  rows: readonly (readonly string[])[],
  labels: readonly string[],
): { index: number; column: ColumnPlace; of: [string] }[] {
  if (votes.length < 2) return [];
  const isSum = (index: number) => {
    const stated = rows.filter((row) => countAt(row, index) !== null);
    const equal = stated.filter(
      (row) => votes.reduce((sum, at) => sum + (countAt(row, at) ?? 0), 0) === countAt(row, index),
    );
    return stated.length >= rows.length / 2 && equal.length >= stated.length * 0.9;
  };
  return left
    .filter(({ index, filled, numeric }) => filled > 0.5 && numeric === 1 && isSum(index))
    .map(({ index }) => ({ index, column: placeOf(index, labels), of: ['options'] }));
}

function countAt(row: readonly string[], index: number): number | null {
  const cell = row[index]?.trim() ?? '';
  const count = cell === '' ? null : parseCount(cell);
  return typeof count === 'number' ? count : null;
}
