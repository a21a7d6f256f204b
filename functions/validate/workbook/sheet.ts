import type { Finding } from '../../model/finding.ts';
import { finding } from '../../model/finding.ts';
import { undecodable } from '../decode/source.ts';
import { countGaps, type Gaps } from '../table/gaps.ts';
import { columnLimit, type RowBlock } from '../table/rows.ts';
import { numberText } from './numbers.ts';
import { textCollector, unescaped } from './strings.ts';
import type { NumberKind } from './styles.ts';
import { parseXml, type XmlHandlers } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberKind[];
  readonly from1904: boolean;
}

/** The rows of a worksheet with their numbers in the sheet. A formula gives the value that was stored with it. Throws `DecodeError`. */
export async function* readSheet(
  body: AsyncIterable<Uint8Array>,
  context: SheetContext,
): AsyncGenerator<RowBlock> {
  const blocks: Block[] = [];
  const gaps = countGaps();
  for await (const _piece of parseXml('the sheet', body, sheetReader(context, blocks, gaps))) {
    yield* blocks;
    blocks.length = 0;
    gaps.next();
  }
}

interface Block {
  readonly first: number;
  readonly rows: string[][];
  readonly broken: ReadonlySet<number>;
  readonly found: Finding[];
}

/** A cell that is being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly kind: NumberKind;
  value: string;
  formula: boolean;
  valued: boolean;
}

/** Puts the rows into `blocks`, a new one where the sheet leaves rows out. */
function sheetReader(context: SheetContext, blocks: Block[], gaps: Gaps): XmlHandlers {
  const inline = textCollector('the sheet');
  const row: { number: number; cells: string[]; found: Finding[] } = { number: 0, cells: [], found: [] };
  let cell: OpenCell | null = null;
  let element = '';
  const finish = (one: OpenCell) => {
    gaps.add(one.column - row.cells.length);
    while (row.cells.length < one.column) row.cells.push('');
    row.cells.push(cellValue(one, inline.take(), context));
    if (one.formula && !one.valued) row.found.push(unvalued(row.number, one.column));
  };
  return {
    open(name, attribute) {
      element = name;
      inline.open(name);
      if (name === 'row')
        Object.assign(row, { number: rowNumber(attribute('r'), row.number), cells: [], found: [] });
      if (name === 'c') cell = openCell(attribute, row.cells.length, context);
      if (name === 'f' && cell !== null) cell.formula = true;
      if (name === 'v' && cell !== null) cell.valued = true;
    },
    text(piece) {
      inline.text(piece);
      if (cell !== null && element === 'v') cell.value += piece;
    },
    close(name) {
      element = '';
      inline.close(name);
      if (name === 'c' && cell !== null) {
        finish(cell);
        cell = null;
      }
      if (name === 'row') keep(blocks, row);
    },
  };
}

function keep(blocks: Block[], row: { number: number; cells: string[]; found: Finding[] }): void {
  const last = blocks.at(-1);
  const block =
    last !== undefined && last.first + last.rows.length === row.number
      ? last
      : { first: row.number, rows: [], broken: new Set<number>(), found: [] };
  if (block !== last) blocks.push(block);
  block.rows.push(row.cells);
  block.found.push(...row.found);
}

function openCell(
  attribute: (name: string) => string | undefined,
  next: number,
  { styles }: SheetContext,
): OpenCell {
  const kind = styles[Number(attribute('s') ?? 0)] ?? 'plain';
  const column = columnOf(attribute('r'), next);
  return { column, type: attribute('t') ?? 'n', kind, value: '', formula: false, valued: false };
}

/** The value by the type of the cell (ECMA-376 part 1, 18.18.11). */
function cellValue(
  { type, kind, value }: OpenCell,
  inline: string,
  { strings, from1904 }: SheetContext,
): string {
  switch (type) {
    case 's':
      return sharedString(strings, value);
    case 'inlineStr':
      return inline;
    case 'str':
      return unescaped(value);
    case 'b':
      return value.trim() === '' ? '' : value.trim() === '1' ? 'yes' : 'no';
    case 'n':
      return numberText(value, kind, from1904);
    default:
      // Errors as #REF!, and dates in ISO 8601, are written out.
      return value;
  }
}

function sharedString(strings: readonly string[], index: string): string {
  if (index.trim() === '') return '';
  const text = strings[Number(index)];
  if (text === undefined)
    throw undecodable(`the sheet names a shared string that is not there (${index.slice(0, 20)})`);
  return text;
}

const mostRows = 1_048_576;

function rowNumber(stated: string | undefined, before: number): number {
  const number = stated === undefined ? before + 1 : Number(stated);
  if (Number.isInteger(number) && number > before && number <= mostRows) return number;
  throw undecodable(`the sheet has a row "${String(stated).slice(0, 20)}" after row ${before}`);
}

/** Position of a cell from 0, by its reference, as 27 for AB5. References of a row go from left to right. */
function columnOf(reference: string | undefined, next: number): number {
  if (reference === undefined) return next;
  const letters = /^([A-Z]{1,3})[0-9]+$/.exec(reference)?.[1] ?? '';
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column >= next && column < columnLimit) return column;
  throw undecodable(
    `the sheet has a cell "${reference.slice(0, 20)}" where column ${next + 1} or a later one is due`,
  );
}

function unvalued(row: number, column: number): Finding {
  const cell = `${columnName(column)}${row}`;
  return finding('formula-without-value', { row, column: `#${column + 1}` }, { cell });
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
