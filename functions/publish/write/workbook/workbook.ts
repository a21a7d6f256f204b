import { type Archive, archive } from './archive.ts';
import { workbookParts } from './parts.ts';
import { mostRows, type Sheet, sheetParts } from './sheet.ts';

/**
 * An Office Open XML workbook (ECMA-376 part 1, SpreadsheetML), streamed: no sheet is in memory. What is more than a sheet can take goes on in
 * another, `name 2`, under the same header. The archive holds no times, so the same sheets give the same bytes.
 *
 * @param limit rows that a sheet takes, its header among them
 */
export async function* workbook(
  sheets: readonly Sheet[],
  limit: number = mostRows,
): AsyncGenerator<Uint8Array> {
  const file = archive();
  const names: string[] = [];
  for (const sheet of sheets) yield* written(file, names, sheet, limit);
  for (const { path, xml } of workbookParts(names)) {
    file.begin(path);
    yield* file.write(xml);
  }
  yield* file.end();
}

async function* written(
  file: Archive,
  names: string[],
  sheet: Sheet,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let last = 0;
  for await (const { part, xml } of sheetParts(sheet, limit)) {
    if (part > last) {
      names.push(part === 1 ? sheet.name : `${sheet.name} ${part}`);
      file.begin(`xl/worksheets/sheet${names.length}.xml`);
      last = part;
    }
    yield* file.write(xml);
  }
}
