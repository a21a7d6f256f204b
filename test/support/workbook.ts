import { type ZipFile, zipOf } from './zip.ts';

/** A cell: a text, a number, or the XML of the cell as it is. */
export type WorkbookCell = string | number | { readonly xml: string } | null;

/** A sheet by its name. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly hidden?: boolean;
}

/** What a workbook may have beside its sheets. */
export interface WorkbookParts {
  /** Format codes: cell style 1 is the first of them, and so on. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  /** Parts that replace those of the same name, as `xl/worksheets/sheet1.xml`. */
  readonly replaced?: readonly ZipFile[];
}

/** The bytes of an .xlsx file with these sheets; texts are shared strings. */
export function workbookOf(sheets: readonly WorkbookSheet[], parts: WorkbookParts = {}): Uint8Array {
  const strings: string[] = [];
  const files: ZipFile[] = [
    { name: '_rels/.rels', content: relations(['officeDocument', 'xl/workbook.xml']) },
    { name: 'xl/workbook.xml', content: bookXml(sheets, parts.from1904 === true) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ...sheets.map((_sheet, index): Relation => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', '/xl/styles.xml'],
      ),
    },
    ...sheets.map(({ rows }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(rows, strings),
    })),
    { name: 'xl/styles.xml', content: stylesXml(parts.formats ?? []) },
    { name: 'xl/sharedStrings.xml', content: stringsXml(strings) },
  ];
  const replaced = new Map(parts.replaced?.map((file) => [file.name, file]));
  return zipOf(files.map((file) => replaced.get(file.name) ?? file));
}

type Relation = readonly [type: string, target: string];

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(...items: readonly Relation[]): string {
  const list = items.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships>${list.join('')}</Relationships>`;
}

function bookXml(sheets: readonly WorkbookSheet[], from1904: boolean): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const settings = from1904 ? '<workbookPr date1904="1"/>' : '';
  return `<workbook xmlns="${main}" xmlns:r="${office}">${settings}<sheets>${list.join('')}</sheets></workbook>`;
}

function sheetXml(rows: WorkbookSheet['rows'], strings: string[]): string {
  const body = rows.map((cells, index) => {
    const list = cells.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`, strings));
    return `<row r="${index + 1}">${list.join('')}</row>`;
  });
  return `<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: WorkbookCell, reference: string, strings: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${reference}"`);
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  strings.push(cell);
  return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`,
  );
  const styles = formats.map((_code, index) => `<xf numFmtId="${164 + index}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function stringsXml(strings: readonly string[]): string {
  const list = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
  return `<sst xmlns="${main}">${list.join('')}</sst>`;
}

function letters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${letters(Math.floor(column / 26) - 1)}${letter}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
