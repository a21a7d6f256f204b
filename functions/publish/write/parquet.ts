import type { DecodedArray, SchemaElement } from 'hyparquet';
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';
import { tables } from '../../model/generated/tables.ts';
import type { Cell } from '../../model/text/text.ts';
import type { Row, TableName } from './csv.ts';

/**
 * A table as Apache Parquet: the columns of its schema, compressed with Snappy, in row groups of 100,000 rows of which one is in memory
 * at a time. Whole numbers are INT64, texts UTF8 as they were reported (nothing runs a formula here), and what the schema
 * requires is REQUIRED. The file names its election and version, since it will be passed on alone.
 *
 * @param dictionaries columns of texts that come again and again, but too far apart for the sample by which the writer decides
 */
export async function* parquet<Name extends TableName>(
  name: Name,
  pages: AsyncIterable<Iterable<Row<Name>>>,
  release: { readonly election: string; readonly version: string },
  dictionaries: readonly (keyof Row<Name>)[] = [],
): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of parquetPieces(name, pages, release, dictionaries)) yield bytes;
}

/** A piece of a Parquet file as it leaves the writer. The first has the magic number before it. */
export interface ParquetPiece {
  readonly bytes: Uint8Array;
  /** Of the row group that it is; null for the end of the file, which comes last: page indexes, where there are any, and the footer. */
  readonly rows: number | null;
}

/** The same, piece by piece, for whoever must know where the row groups lie. */
export async function* parquetPieces<Name extends TableName>(
  name: Name,
  pages: AsyncIterable<Iterable<Row<Name>>>,
  { election, version }: { readonly election: string; readonly version: string },
  dictionaries: readonly (keyof Row<Name>)[] = [],
): AsyncGenerator<ParquetPiece> {
  const columns = columnsOf(name, new Set<unknown>(dictionaries));
  const file = open(columns, { election, version });
  let rows = 0;
  for await (const page of pages)
    for (const row of page) {
      add(columns, rows, row);
      rows += 1;
      if (rows < rowGroupSize) continue;
      yield { bytes: file.group(rows), rows };
      rows = 0;
    }
  if (rows > 0) yield { bytes: file.group(rows), rows };
  yield { bytes: file.end(), rows: null };
}

// DuckDB and others read a row group per thread, and want about so many rows in it.
const rowGroupSize = 100_000;

/** A column with its cells in the row group that is being filled. */
interface Column {
  readonly name: string;
  readonly required: boolean;
  readonly type: Pick<SchemaElement, 'type' | 'converted_type' | 'logical_type'>;
  readonly encoding: Pick<ColumnSource, 'encoding'>;
  readonly cells: Cells;
}

/** The cells of a column in one row group. */
interface Cells {
  set(place: number, cell: string | bigint | boolean | null): void;
  /** The first of them, as many as there are rows; what is set from then on is of the next group. */
  take(rows: number): DecodedArray;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

function columnsOf(table: TableName, dictionaries: ReadonlySet<unknown>): Column[] {
  const { fields }: { readonly fields: readonly Field[] } = tables.out[table];
  return fields.map(({ name, type, constraints }) => ({
    name,
    required: constraints?.required === true,
    type: physicalType(type),
    encoding: dictionaries.has(name) ? { encoding: 'RLE_DICTIONARY' } : {},
    cells: type === 'integer' && constraints?.required === true ? wholeNumbers() : anyCells(),
  }));
}

function anyCells(): Cells {
  let cells: (string | bigint | boolean | null)[] = [];
  return {
    set(_place, cell) {
      cells.push(cell);
    },
    take() {
      const taken = cells;
      cells = [];
      return taken;
    },
  };
}

/** Numbers that are never missing lie side by side, where a list of bigints would be as many objects for the garbage collector. */
function wholeNumbers(): Cells {
  const cells = new BigInt64Array(rowGroupSize);
  return {
    set(place, cell) {
      if (typeof cell !== 'bigint' || BigInt.asIntN(64, cell) !== cell)
        throw new RangeError(`${cell} is no whole number of 64 bits`);
      cells[place] = cell;
    },
    take: (rows) => cells.subarray(0, rows),
  };
}

/** An exact decimal (`number`) stays a text, as it is in memory: a double would round it. */
function physicalType(type: string): Column['type'] {
  if (type === 'integer') return { type: 'INT64' };
  if (type === 'boolean') return { type: 'BOOLEAN' };
  return { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
}

function add(columns: readonly Column[], place: number, cells: Readonly<Record<string, Cell>>): void {
  for (const column of columns) {
    const cell = cells[column.name] ?? null;
    if (cell === null && column.required) throw new RangeError(`A row without "${column.name}"`);
    column.cells.set(place, typeof cell === 'number' ? BigInt(cell) : cell);
  }
}

/** The file as its bytes come: `group` and `end` give those that are new. */
function open(columns: readonly Column[], metadata: Readonly<Record<string, string>>) {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  });
  const taken = () => {
    const chunk = bytes.getBytes().slice();
    bytes.index = 0;
    return chunk;
  };
  return {
    group(rows: number): Uint8Array {
      const columnData = columns.map(({ name, cells, encoding }) => ({
        name,
        data: cells.take(rows),
        ...encoding,
      }));
      writer.write({ columnData, rowGroupSize });
      return taken();
    },
    end(): Uint8Array {
      writer.finish();
      return taken();
    },
  };
}

function elementOf({ name, required, type }: Column): SchemaElement {
  return { name, repetition_type: required ? 'REQUIRED' : 'OPTIONAL', ...type };
}
