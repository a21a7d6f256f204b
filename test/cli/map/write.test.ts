import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withTable } from '../../../cli/map/write.ts';

const table = { files: 'results/list/a.csv', layout: 'wide' as const, columns: { station: 'No' } };
const other = { files: 'x', layout: 'long' as const, columns: {} };
const written = `{
      "files": "results/list/a.csv",
      "layout": "wide",
      "columns": {
        "station": "No"
      }
    }`;

describe('a mapping is written into a definition, and nothing else is touched', () => {
  test.each([
    [
      'that has none',
      '{\n  "id": "x",  "list": [1, 2]\n}\n',
      `{\n  "id": "x",  "list": [1, 2],\n  "tables": [\n    ${written}\n  ]\n}\n`,
    ],
    [
      'that has an empty list',
      '{\n  "tables": [ ],\n  "id": "x"\n}',
      `{\n  "tables": [\n    ${written}\n  ],\n  "id": "x"\n}`,
    ],
    [
      'before the others',
      '{\n  "tables": [\n    { "files": "x", "layout": "long", "columns": {} }\n  ]\n}',
      `{\n  "tables": [\n    ${written},\n    { "files": "x", "layout": "long", "columns": {} }\n  ]\n}`,
    ],
    [
      'in place of the one for the same files',
      '{\n  "tables": [\n    { "files": "results/list/a.csv" },\n    { "files": "x" }\n  ],\n  "z": { "tables": [] }\n}',
      `{\n  "tables": [\n    ${written},\n    { "files": "x" }\n  ],\n  "z": { "tables": [] }\n}`,
    ],
  ])('%s', (_name, before, after) => {
    expect(withTable(before, table)).toBe(after);
  });

  test('with its own indentation and line ends', () => {
    const text = withTable('{\r\n\t"id": "a \\" ] }"\r\n}', table);

    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain('\r\n\t\t\t"files"');
    expect(JSON.parse(text)).toEqual({ id: 'a " ] }', tables: [table] });
  });

  test('of any content', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 0, max: 3 }),
        (members, spaces) => {
          const { tables: _tables, ['__proto__']: _proto, ...rest } = members;
          const before = { ...rest, tables: [other], id: 'x' };
          const text = withTable(JSON.stringify(before, null, spaces), table);
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...before, tables: [table, other] })));
        },
      ),
    );
  });
});
