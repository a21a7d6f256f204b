import { type Finding, finding } from '../../../model/finding.ts';
import { shown } from '../../findings.ts';
import { nearestShown } from '../../spelling/nearest.ts';
import { countGaps, type Gaps } from '../gaps.ts';
import type { RowBlock } from '../rows.ts';
import { parseRow } from './row.ts';
import { objectTexts } from './split.ts';

/**
 * The rows of JSON: objects in an array, or one after another (a line each, as NDJSON has them). The members of the first object are the header, which
 * counts as row 1, so that the first object is row 2 as in a table. A later object may leave members out; one that the first does not have is reported.
 */
export async function* readObjects(text: AsyncIterable<string>): AsyncGenerator<RowBlock> {
  let header: Header | null = null;
  let row = 1;
  const gaps = countGaps();
  for await (const { texts, stopped } of objectTexts(text)) {
    const objects = texts.map((object, index) => ({ row: row + index + 1, cells: parseRow(object) }));
    const found = objects.flatMap(({ row: at, cells }) => problemOf(at, cells));
    if (stopped !== null) found.push(invalid(row + objects.length + 1, stopped));
    header ??= headerOf(objects[0]?.cells);
    // Without the first object nothing says what the columns are.
    if (header === null) return yield { first: row, rows: [], broken: new Set(), found };
    if (row === 1) yield { first: 1, rows: [[...header.keys()]], broken: new Set() };
    const columns = header;
    const broken = new Set(objects.filter(({ cells }) => typeof cells === 'string').map(({ row: at }) => at));
    const rows = objects.map(({ row: at, cells }) => rowOf(cells, columns, at, found, gaps));
    yield { first: row + 1, rows, broken, found };
    row += objects.length;
    gaps.next();
  }
}

/** The position of each member. */
type Header = ReadonlyMap<string, number>;

function headerOf(cells: ReturnType<typeof parseRow> | undefined): Header | null {
  if (cells === undefined || typeof cells === 'string') return null;
  return new Map(cells.map(({ name }, index) => [name, index]));
}

function problemOf(row: number, cells: ReturnType<typeof parseRow>): Finding[] {
  return typeof cells === 'string' ? [invalid(row, cells)] : [];
}

/** The cells in the order of the header, up to the last that the object has; of an object that is not sound none, for its row is not handed on. */
function rowOf(
  cells: ReturnType<typeof parseRow>,
  header: Header,
  row: number,
  found: Finding[],
  gaps: Gaps,
): string[] {
  const values: string[] = [];
  if (typeof cells === 'string') return values;
  for (const { name, value } of cells) {
    const index = header.get(name);
    const column = shown(name);
    if (index === undefined)
      found.push(
        finding('header-unknown', { row, column }, { column, nearest: nearestShown(name, header.keys()) }),
      );
    else {
      gaps.add(Math.max(0, index - values.length));
      while (values.length < index) values.push('');
      values[index] = value;
    }
  }
  return values;
}

function invalid(row: number, reason: string): Finding {
  return finding('json-row-invalid', { row }, { reason });
}
