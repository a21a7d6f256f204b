import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { aDescribedElection, version } from './support.ts';

const setting = await aDescribedElection();
const metadata: Group = JSON.parse(setting.read(`${version}/csv-metadata.json`));

describe.each(metadata.tables)('$url as csv-metadata.json describes it', ({ url, tableSchema }) => {
  const { columns, primaryKey = [], foreignKeys = [] } = tableSchema;
  const { header, rows } = read(url);

  it('has these columns in this order', () => {
    expect(header).toEqual(columns.map(({ titles }) => titles));
  });

  it('has values of these datatypes, and none missing that is required', () => {
    for (const row of rows)
      for (const column of columns) expect(fault(column, row[column.name] ?? ''), column.name).toBeNull();
  });

  it('has no two rows of one key', () => {
    if (primaryKey.length === 0) return expect(url).toMatch(/^(elected|findings|changes)\.csv$/);
    const keys = rows.map((row) => keyOf(row, primaryKey));

    expect(new Set(keys).size).toBe(rows.length);
  });

  it('refers to rows that are there', () => {
    for (const { columnReference, reference } of foreignKeys) {
      const there = new Set(
        read(reference.resource).rows.map((row) => keyOf(row, reference.columnReference)),
      );
      const asked = rows.filter((row) => columnReference.every((column) => row[column] !== ''));

      for (const row of asked) expect(there).toContain(keyOf(row, columnReference));
    }
  });
});

it('describes rows, keys, references and every datatype', () => {
  const text = JSON.stringify(metadata);

  for (const part of ['"integer"', '"decimal"', '"boolean"', '"string"', 'foreignKeys', 'primaryKey'])
    expect(text).toContain(part);
  expect(metadata.tables.flatMap(({ url }) => read(url).rows).length).toBeGreaterThan(50);
});

interface Group {
  readonly tables: readonly {
    readonly url: string;
    readonly tableSchema: {
      readonly columns: readonly Column[];
      readonly primaryKey?: readonly string[];
      readonly foreignKeys?: readonly {
        readonly columnReference: readonly string[];
        readonly reference: { readonly resource: string; readonly columnReference: readonly string[] };
      }[];
    };
  }[];
}

interface Column {
  readonly name: string;
  readonly titles: string;
  readonly required?: boolean;
  readonly datatype: string | { readonly base: string; readonly format?: string; readonly minimum?: number };
}

type CsvRow = Readonly<Record<string, string>>;

function read(url: string): { header: string[]; rows: CsvRow[] } {
  const { data, meta } = Papa.parse<CsvRow>(setting.read(`${version}/${url}`), {
    header: true,
    skipEmptyLines: true,
  });
  return { header: meta.fields ?? [], rows: data };
}

function keyOf(row: CsvRow, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column]));
}

function fault({ datatype, required }: Column, cell: string): string | null {
  if (cell === '') return required ? 'is missing' : null;
  const { base, format, minimum } = typeof datatype === 'string' ? { base: datatype } : datatype;
  const lexical = { integer: /^-?\d+$/, decimal: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/, string: /^/ }[
    base
  ];
  if (!lexical?.test(cell)) return `${cell} is no ${base}`;
  if (base === 'string' && format !== undefined && !new RegExp(format).test(cell))
    return `${cell} is not allowed`;
  return minimum !== undefined && Number(cell) < minimum ? `${cell} is too small` : null;
}
