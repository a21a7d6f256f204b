import type { Archive } from '../decode/archive.ts';
import { byteLimits } from '../decode/source.ts';
import type { RowBlock } from '../table/rows.ts';
import { chosenSheet, readParts, type Sheet } from './parts.ts';
import { readSheet } from './sheet.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';

/** The sheet of a workbook that is read. */
export interface OpenSheet {
  readonly sheet: Sheet;
  /** Other sheets that are not hidden. */
  readonly others: readonly string[];
  rows(): AsyncGenerator<RowBlock>;
}

/**
 * Opens a sheet of an Office Open XML workbook (ECMA-376 part 1, SpreadsheetML): the one of this name, else the first that is not hidden. Values are
 * those that the workbook stores: nothing is computed. Throws `DecodeError` here and while rows are read.
 */
export async function openSheet(archive: Archive, name: string | undefined): Promise<OpenSheet> {
  const parts = await readParts(archive);
  const sheet = chosenSheet(parts.sheets, name);
  const others = parts.sheets.filter((other) => other !== sheet && !other.hidden).map((other) => other.name);
  return {
    sheet,
    others,
    async *rows() {
      const strings = parts.strings === null ? [] : await readStrings(archive, parts.strings);
      const styles = parts.styles === null ? [] : await readStyles(archive, parts.styles);
      const body = archive.read(sheet.part, byteLimits.table);
      yield* readSheet(body, { strings, styles, from1904: parts.from1904 });
    },
  };
}
