import type { Where } from '../../model/finding.ts';
import type { ContestId, OptionId, Text } from '../../model/ids.ts';
import type { Candidate } from '../../model/records/roll.ts';
import { isYounger } from '../../model/rules/age.ts';
import { limitOf } from '../../model/rules/limits.ts';
import { byCodePoint } from '../../model/text/text.ts';
import { parseBirthDate, parseFlag, parseOrder, parsePerson, parseStatus } from '../cells/values.ts';
import { type Findings, shown, shownList } from '../findings.ts';
import type { Book } from '../references/book.ts';
import { nearestShown } from '../spelling/nearest.ts';
import type { Layout } from '../table/layout.ts';
import { copied } from '../table/rows.ts';
import { type CellReader, cellReader, columnNames } from './cells.ts';
import type { Located } from './content.ts';
import { type RowReader, readTable, type TableInput } from './table.ts';

/** Reads lists and candidates, ordered by contest, option and place. */
export async function readCandidates(input: TableInput, book: Book): Promise<Located<Candidate>[]> {
  const places = new Map<string, Located<Candidate>>();
  await readTable(input, specOf(book, input.mapping !== null), (layout) =>
    rowReader(layout, book, input.findings, places),
  );
  return [...places.values()].sort(
    ({ record: a }, { record: b }) =>
      byCodePoint(a.contest, b.contest) || byCodePoint(a.option, b.option) || a.order - b.order,
  );
}

/** What names a place: contest, option and order. */
export function placeKey({
  contest,
  option,
  order,
}: Pick<Candidate, 'contest' | 'option' | 'order'>): string {
  return `${contest}#${option}#${order}`;
}

/** Names come in the languages of the election; a mapping may give one `name`, in the first of them. */
function specOf(book: Book, mapped: boolean) {
  const fixed = [...columnNames('candidates')].filter((name) => !name.startsWith('name_'));
  const names = book.definition.languages.map((language) => `name_${language}`);
  return {
    names: new Set([...fixed, ...names, ...(mapped ? ['name'] : [])]),
    required: ['contest', 'option', 'order'],
    options: null,
  };
}

function rowReader(
  layout: Layout,
  book: Book,
  findings: Findings,
  places: Map<string, Located<Candidate>>,
): RowReader {
  const read = cellReader(layout, book, findings);
  const nameOf = nameReader(layout, book, read);
  return (cells, row) => {
    const stands = contestAndOption(cells, row, read, book, findings);
    const where = { row, ...stands };
    read.required(cells, 'order', where);
    const order = read.parsed(cells, 'order', where, parseOrder, 'order-invalid');
    const stated = statedOf(cells, where, read);
    checkAge(cells, where, read, book, findings);
    const source = read.source(cells, where);
    const { contest, option } = stands;
    if (contest === undefined || option === undefined || order === null) return;
    const record = { contest, option, order, name: nameOf(cells, where), ...stated, source };
    const first = places.get(placeKey(record));
    if (first === undefined) places.set(placeKey(record), { record, row });
    else findings.add('row-duplicate', where, { what: `${option} / ${order}`, first: first.row });
  };
}

/** What the row says of the person beside name and place; of what is optional only what it says. */
function statedOf(cells: readonly string[], where: Where, read: CellReader) {
  const flag = (name: string) => read.parsed(cells, name, where, parseFlag, 'flag-invalid');
  const person = read.parsed(cells, 'person', where, parsePerson, 'person-invalid');
  const status = read.parsed(cells, 'status', where, parseStatus, 'candidate-status-invalid');
  const preferences = read.count(cells, 'preferences', where);
  const sortName = read.text(cells, 'sort_name', where);
  return {
    woman: flag('woman'),
    youth: flag('youth'),
    disability: flag('disability'),
    independent: flag('independent'),
    ...(person !== null && { person }),
    ...(status !== null && { status }),
    ...(preferences !== null && { preferences }),
    ...(sortName !== '' && { sortName }),
  };
}

/** A date of birth is looked at and dropped: nobody needs it to follow the seats. */
function checkAge(
  cells: readonly string[],
  where: Where,
  read: CellReader,
  { definition: { date, limits } }: Book,
  findings: Findings,
): void {
  const born = read.parsed(cells, 'birth_date', where, parseBirthDate, 'birth-date-invalid');
  const limit = limitOf('candidate-too-young', 'candidateAge', limits);
  if (born !== null && limit !== null && isYounger(born, date, Number(limit)))
    findings.add('candidate-too-young', where, { born: copied(born), limit, date });
}

/** Where the person stands, as far as the row says it rightly. */
function contestAndOption(
  cells: readonly string[],
  row: number,
  read: CellReader,
  book: Book,
  findings: Findings,
): { contest?: ContestId; option?: OptionId } {
  const contestCell = read.required(cells, 'contest', { row });
  const optionCell = read.required(cells, 'option', { row });
  if (contestCell === null) return {};
  const contest = book.contest(contestCell);
  if (contest === null) {
    const ids = book.definition.contests.map(({ id }) => id);
    const nearest = nearestShown(contestCell, ids);
    findings.add(
      'contest-unknown',
      { row, column: 'contest' },
      { contest: shown(contestCell), nearest, known: shownList(ids) },
    );
    return {};
  }
  if (optionCell === null) return { contest: contest.id };
  const option = contest.options.find(({ id }) => id === optionCell)?.id;
  if (option !== undefined) return { contest: contest.id, option };
  const ids = contest.options.map(({ id }) => id);
  findings.add(
    'option-unknown',
    { row, column: 'option', contest: contest.id },
    { value: shown(optionCell), nearest: nearestShown(optionCell, ids), known: shownList(ids) },
  );
  return { contest: contest.id };
}

function nameReader(
  { columns: known }: Layout,
  book: Book,
  read: CellReader,
): (cells: readonly string[], where: Where) => Text {
  const columns = book.definition.languages.flatMap((language, index) => {
    const named = [`name_${language}`, ...(index === 0 ? ['name'] : [])];
    const column = named.find((name) => known.has(name));
    return column === undefined ? [] : [{ language, column }];
  });
  return (cells, where) => {
    const name: Record<string, string> = {};
    for (const { language, column } of columns) {
      const text = read.text(cells, column, where);
      if (text !== '') name[language] = text;
    }
    return name;
  };
}
