import { describe, expect, test } from 'vitest';
import { openArchive } from '../../../functions/validate/decode/archive.ts';
import { numberText } from '../../../functions/validate/workbook/numbers.ts';
import { kindOfFormat } from '../../../functions/validate/workbook/styles.ts';
import { openSheet } from '../../../functions/validate/workbook/workbook.ts';
import {
  type WorkbookCell,
  type WorkbookParts,
  type WorkbookSheet,
  workbookOf,
} from '../../support/workbook.ts';

async function rowsOf(sheets: readonly WorkbookSheet[], parts: WorkbookParts = {}, name?: string) {
  const archive = await openArchive(workbookOf(sheets, parts));
  const { rows } = await openSheet(archive, name);
  const found: Record<number, readonly string[]> = {};
  for await (const block of rows())
    for (const [index, cells] of block.rows.entries()) found[block.first + index] = cells;
  return found;
}

const one = (...rows: (readonly WorkbookCell[])[]) => [{ name: 'Results', rows }];
const xml = (text: string) => ({ xml: text });
const sheet = (body: string) => ({
  replaced: [
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${body}</sheetData></worksheet>` },
  ],
});
const failing = (parts: WorkbookParts) => rowsOf(one(['a']), parts).catch((error: unknown) => error);

test('texts, numbers, truths and gaps come as they stand in the sheet', async () => {
  const rows = await rowsOf(
    one(
      ['station', 'А & <B>', 12],
      [],
      [
        null,
        xml('<c t="inlineStr"><is><r><t>in </t></r><r><t>line</t></r><rPh><t>x</t></rPh></is></c>'),
        xml('<c t="b"><v>1</v></c>'),
      ],
      [xml('<c t="str"><f>A1</f><v>x_x000D_y</v></c>'), null, xml('<c t="e"><v>#REF!</v></c>')],
    ),
  );

  expect(rows).toEqual({
    1: ['station', 'А & <B>', '12'],
    2: [],
    3: ['', 'in line', 'yes'],
    4: ['x\ry', '', '#REF!'],
  });
});

test('rows that the sheet leaves out are counted', async () => {
  const rows = await rowsOf(
    one(),
    sheet('<row r="2"><c r="B2"><v>1</v></c></row><row r="1000000"><c><v>2</v></c></row>'),
  );

  expect(rows).toEqual({ 2: ['', '1'], 1000000: ['2'] });
});

test('the sheet is the first that is not hidden, or the one that is named', async () => {
  const sheets = [
    { name: 'Notes', rows: [['n']], hidden: true },
    { name: 'List', rows: [['l']] },
    { name: 'Districts', rows: [['d']] },
  ];

  expect(await rowsOf(sheets)).toEqual({ 1: ['l'] });
  expect(await rowsOf(sheets, {}, 'Districts')).toEqual({ 1: ['d'] });
  expect(await rowsOf(sheets, {}, 'Notes')).toEqual({ 1: ['n'] });
  await expect(rowsOf(sheets, {}, 'list')).rejects.toMatchObject({
    problem: { code: 'sheet-missing', sheet: 'list', known: 'Notes, List, Districts' },
  });
});

test('numbers are read by the format of their cell', async () => {
  const styled = (value: string, style: number) => xml(`<c s="${style}"><v>${value}</v></c>`);
  const formats = ['0.00%', 'yyyy\\-mm\\-dd hh:mm', '000', '#,##0'];

  const rows = await rowsOf(
    one([
      styled('0.4914', 1),
      styled('45004.416666666664', 2),
      styled('7', 3),
      styled('1.234E3', 4),
      styled('5', 99),
    ]),
    { formats },
  );

  expect(rows).toEqual({ 1: ['49.14', '2023-03-19T10:00', '007', '1234', '5'] });
});

describe('a number as text', () => {
  test.each([
    ['12', 'plain', '12'],
    ['1.2E1', 'plain', '12'],
    ['0.30000000000000004', 'plain', '0.3'],
    ['9007199254740993', 'plain', '9007199254740992'],
    ['12.5', 'plain', '12.5'],
    ['abc', 'plain', 'abc'],
    ['', 'plain', ''],
    ['0', 'date', '00:00'],
    ['0.5', 'date', '12:00'],
    ['1', 'date', '1900-01-01'],
    ['61', 'date', '1900-03-01'],
    ['45004', 'date', '2023-03-19'],
    ['-1', 'date', '-1'],
    ['1', 'percent', '100'],
    ['0.07', 'percent', '7'],
  ] as const)('%s as %s: %s', (stored, kind, text) => {
    expect(numberText(stored, kind, false)).toBe(text);
  });

  test('counted from 1904', () => {
    expect(numberText('43542', 'date', true)).toBe('2023-03-19');
  });
});

describe('the kind of a format', () => {
  test.each([
    ['General', 'plain'],
    ['#,##0', 'plain'],
    ['0.00', 'plain'],
    ['0.0%', 'percent'],
    ['dd.mm.yyyy', 'date'],
    ['[$-419]d mmmm yyyy', 'date'],
    ['0" days"', 'plain'],
    ['[Red]0;[Blue]-0', 'plain'],
    ['h:mm', 'date'],
  ])('%s: %s', (code, kind) => {
    expect(kindOfFormat(code)).toBe(kind);
  });

  test('with leading zeros', () => {
    expect(kindOfFormat('0000')).toEqual({ digits: 4 });
  });
});

describe('a workbook is refused', () => {
  const laughs = `<!DOCTYPE w [<!ENTITY a "ha">${'bcdefghij'
    .split('')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
    .join('')}]><worksheet><sheetData><row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`;

  test.each([
    [
      'that declares entities',
      { replaced: [{ name: 'xl/worksheets/sheet1.xml', content: laughs }] },
      'document type',
    ],
    ['that names an unknown entity', sheet('<row><c t="str"><v>&a;</v></c></row>'), 'no sound XML'],
    ['whose XML breaks off', sheet('<row><c>'), 'no sound XML'],
    [
      'with a cell beyond the last column',
      sheet('<row><c r="XFE1"><v>1</v></c></row>'),
      'column 1 or a later',
    ],
    ['with cells out of order', sheet('<row><c r="B1"/><c r="A1"/></row>'), 'column 3 or a later'],
    ['with rows out of order', sheet('<row r="2"/><row r="1"/>'), 'after row 2'],
    ['with a row beyond the last', sheet('<row r="1048577"/>'), 'after row 0'],
    ['with a text that is not there', sheet('<row><c t="s"><v>5</v></c></row>'), 'not there (5)'],
    ['with tags without end', sheet('<row>'.repeat(100)), 'more than 64 deep'],
    ['with a value without end', sheet(`<row><c><v>${'1'.repeat(2_000_000)}</v></c></row>`), 'without a tag'],
    ['with an attribute without end', sheet(`<row a="${'1'.repeat(2_000_000)}"/>`), 'without a tag'],
    [
      'with a text longer than a cell',
      sheet(`<row><c t="inlineStr"><is>${'<t>abcdefgh</t>'.repeat(5_000)}</is></c></row>`),
      'more than 32767 characters',
    ],
  ])('%s', async (_name, parts, reason) => {
    const error = await failing(parts);

    expect(error).toMatchObject({
      problem: { code: 'file-undecodable', reason: expect.stringContaining(reason) },
    });
  });

  test('whose sheet unpacks to more than a table may have', async () => {
    const content = Buffer.alloc(10, ' ');

    const error = await failing({
      replaced: [{ name: 'xl/worksheets/sheet1.xml', content, size: 3_000_000_000 }],
    });

    expect(error).toMatchObject({ problem: { code: 'file-too-large' } });
  });
});
