import { tables } from '../../model/generated/tables.ts';
import { type Cell, csvCell } from '../../model/text/text.ts';
import { blocks } from './blocks.ts';

type OutTables = typeof tables.out;

/** Name of a table that a release may hold; the file is `<name>.csv`. */
export type TableName = keyof OutTables;

/** A `number` of a table schema is an exact decimal, so a string here: a double would round it. */
type CellOf<Type> = Type extends 'integer' ? number | bigint : Type extends 'boolean' ? boolean : string;

/** A row of a table: every column of its schema and no other. Null is a missing value. */
export type Row<Name extends TableName> = {
  readonly [Field in OutTables[Name]['fields'][number] as Field['name']]: CellOf<Field['type']> | null;
};

/**
 * A table as CSV by RFC 4180, UTF-8 without byte order mark. Lines end in CRLF, as the RFC asks and as a Table Dialect assumes when
 * it says nothing; every reader of CSV takes it. The header is that of the table schema, in its order.
 */
export function csv<Name extends TableName>(
  name: Name,
  pages: AsyncIterable<Iterable<Row<Name>>>,
): AsyncIterable<Uint8Array> {
  return blocks(lines(name, pages));
}

/** The first line of a table, with its end. */
export function csvHeader(name: TableName): string {
  return `${fieldsOf(name)
    .map((field) => field.name)
    .join(',')}\r\n`;
}

/** A column of a table, as its schema has it. */
export type Field = { readonly name: string; readonly type: string };

type Cells = Readonly<Record<string, Cell>>;

async function* lines(
  name: TableName,
  pages: AsyncIterable<Iterable<Cells>>,
): AsyncGenerator<Iterable<string>> {
  yield [csvHeader(name)];
  for await (const rows of pages) yield linesOf(fieldsOf(name), rows);
}

function* linesOf(columns: readonly Field[], rows: Iterable<Cells>): Generator<string> {
  for (const cells of rows) {
    const line = columns.map((column) => cellText(column, cells[column.name] ?? null)).join(',');
    yield `${line}\r\n`;
  }
}

/** A negative decimal begins as a formula does, and is none. */
function cellText({ type }: Field, value: Cell): string {
  return type === 'number' && typeof value === 'string' && /^-[0-9]+(\.[0-9]+)?$/.test(value)
    ? value
    : csvCell(value);
}

/** The columns of a table in their order. */
export function fieldsOf(name: TableName): readonly Field[] {
  return tables.out[name].fields;
}
