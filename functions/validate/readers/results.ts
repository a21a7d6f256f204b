import type { Contest } from '../../model/generated/election.ts';
import { countFields, type Protocol } from '../../model/protocol.ts';
import { byCodePoint } from '../../model/text.ts';
import { type Findings, shown } from '../findings.ts';
import type { Book } from '../references/book.ts';
import type { Register } from '../references/register.ts';
import { unitFinder } from '../references/units.ts';
import { optionReporter } from '../table/labels.ts';
import { cellAt, type Layout } from '../table/layout.ts';
import { type CellReader, cellReader, columnNames, countOf } from './cells.ts';
import type { Located } from './content.ts';
import { type Draft, type Drafts, draftsOf, unitName } from './drafts.ts';
import { type RowReader, readTable, type TableInput } from './table.ts';

/** What results are read with. */
export interface ResultsContext {
  readonly contest: Contest;
  readonly book: Book;
  /** Null when the contest is reported by area. */
  readonly register: Register | null;
}

/**
 * Reads protocols in the long or the wide layout, in any order of rows; ordered by area, then station. A unit whose cells are all empty
 * has no protocol.
 */
export async function readResults(input: TableInput, context: ResultsContext): Promise<Located<Protocol>[]> {
  const { contest } = context;
  const unit = contest.reportedBy === 'station' ? 'station' : 'area';
  const spec = { names: columnNames('results'), required: [unit], options: contest.options };
  const drafts = draftsOf(contest, input.findings);
  await readTable(input, spec, (layout) => {
    const read = cellReader(layout, context.book, input.findings);
    const draftOf = draftFinder(layout, context, drafts, input.findings);
    const rows = { layout, read, drafts, findings: input.findings, contest, draftOf };
    return layout.layout === 'long' ? longRows(rows) : wideRows(rows);
  });
  return drafts
    .finish()
    .sort(
      ({ record: a }, { record: b }) =>
        byCodePoint(a.area, b.area) || byCodePoint(a.station ?? '', b.station ?? ''),
    );
}

type DraftFinder = (cells: readonly string[], row: number) => Draft | null;

/** What the rows of either layout are read with. */
interface Rows {
  readonly layout: Layout;
  readonly read: CellReader;
  readonly drafts: Drafts;
  readonly findings: Findings;
  readonly contest: Contest;
  readonly draftOf: DraftFinder;
}

/** Finds the draft that a row belongs to. What is wrong with a unit is reported once, however many rows name it. */
function draftFinder(
  layout: Layout,
  { contest, book, register }: ResultsContext,
  drafts: Drafts,
  findings: Findings,
): DraftFinder {
  const find = unitFinder(contest, book, register);
  const areaColumn = layout.columns.get('area');
  const stationColumn = layout.columns.get('station');
  const known = new Map<string, Draft | null>();
  let [lastStation, lastArea, lastDraft]: [string, string, Draft | null] = ['', '', null];
  const look = (station: string, area: string, row: number): Draft | null => {
    const unit = find({ area, station }, { row, contest: contest.id }, findings);
    return unit === null ? null : drafts.open(unit, row);
  };
  return (cells, row) => {
    const station = stationColumn?.read(cells) ?? '';
    const area = areaColumn?.read(cells) ?? '';
    if (station === '' && area === '') return look(station, area, row);
    // Rows of one station mostly follow one another.
    if (station === lastStation && area === lastArea) return lastDraft;
    const key = `${station}#${area}`;
    const before = known.get(key);
    const draft = before === undefined ? look(station, area, row) : before;
    if (before === undefined) known.set(key, draft);
    [lastStation, lastArea, lastDraft] = [station, area, draft];
    return draft;
  };
}

function wideRows({ layout, read, drafts, findings, draftOf }: Rows): RowReader {
  const counts = countFields.filter((field) => layout.columns.has(field));
  return (cells, row) => {
    const draft = draftOf(cells, row);
    const where = () => ({ row, ...drafts.where(draft) });
    const source = read.source(cells, where);
    if (draft !== null && draft.row !== row) {
      findings.add('row-duplicate', where(), { what: unitName(draft.unit), first: draft.row });
      return;
    }
    for (const field of counts) {
      const count = read.count(cells, field, where);
      drafts.count(draft, field, count, source, row);
    }
    for (const { index, option, label } of layout.options) {
      const cell = cellAt(cells, index);
      if (cell === '') continue;
      const count = countOf(cell, () => ({ ...where(), column: shown(label), option }), findings);
      drafts.votes(draft, option, count, source, row);
    }
  };
}

function longRows({ layout, read, drafts, findings, contest, draftOf }: Rows): RowReader {
  const counts = countFields.filter((field) => layout.columns.has(field));
  const reportOption = optionReporter(contest.options, findings);
  const optionColumn = layout.columns.get('option');
  return (cells, row) => {
    const draft = draftOf(cells, row);
    const where = () => ({ row, ...drafts.where(draft) });
    const source = read.source(cells, where);
    for (const field of counts) {
      const count = read.count(cells, field, where);
      drafts.count(draft, field, count, source, row);
    }
    const label = optionColumn?.read(cells) ?? '';
    const option = label === '' ? null : layout.optionOf(label);
    const votes = read.count(cells, 'votes', () => ({ ...where(), ...(option !== null && { option }) }));
    if (label === '' && votes !== null) read.required(cells, 'option', where);
    if (label !== '' && option === null)
      reportOption(label, { ...where(), ...(optionColumn && { column: optionColumn.label }) });
    if (option !== null) drafts.votes(draft, option, votes, source, row);
  };
}
