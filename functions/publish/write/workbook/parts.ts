/** A part of a workbook beside its sheets. */
export interface Part {
  readonly path: string;
  readonly xml: string;
}

/** The formats of cells by their place in xl/styles.xml. */
export const styles = { text: 1, number: 2, header: 3 } as const;

/** What makes sheets a workbook: content types, relations, the list of sheets, formats. `names` are those of sheet1.xml and so on. */
export function workbookParts(names: readonly string[]): Part[] {
  return [
    { path: '[Content_Types].xml', xml: contentTypes(names) },
    { path: '_rels/.rels', xml: relations([['officeDocument', 'xl/workbook.xml']]) },
    { path: 'xl/workbook.xml', xml: list(names) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: relations([
        ...names.map((_name, index) => ['worksheet', sheetFile(index)] as const),
        ['styles', 'styles.xml'],
      ]),
    },
    { path: 'xl/styles.xml', xml: styleSheet },
  ];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function sheetFile(index: number): string {
  return `worksheets/sheet${index + 1}.xml`;
}

function contentTypes(names: readonly string[]): string {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${spreadsheet}.${type}+xml"/>`;
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${names.map((_name, index) => override(sheetFile(index), 'worksheet')).join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const elements = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${elements.join('')}</Relationships>`;
}

function list(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

// 49 is the built-in format of texts. Numbers stand without separators, as people paste them elsewhere.
const styleSheet = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;
