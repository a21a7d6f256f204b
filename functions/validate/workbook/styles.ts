import type { Archive } from '../decode/archive.ts';
import { readXml } from './xml.ts';

/** What a number in a cell stands for, by the cell's format. `digits`: it is shown with leading zeros, so many digits long. */
export type NumberKind = 'plain' | 'percent' | 'date' | { readonly digits: number };

// Styles of workbooks that people have edited for years run to megabytes.
const stylesLimit = 32 * 1024 * 1024;
const mostFormats = 65_536;

/** The kind of number of each cell style, by its number. Throws `DecodeError`. */
export async function readStyles(archive: Archive, part: string): Promise<NumberKind[]> {
  const formats = new Map<string, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  await readXml(part, archive.read(part, stylesLimit), {
    open(name, attribute) {
      if (name === 'numFmt' && formats.size < mostFormats)
        formats.set(attribute('numFmtId') ?? '', kindOfFormat(attribute('formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells || kinds.length >= mostFormats) return;
      const id = attribute('numFmtId') ?? '0';
      kinds.push(formats.get(id) ?? builtIn(Number(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}

/** The kind of a format's code, as `0.00%`, `yyyy-mm-dd` or `000` (ECMA-376 part 1, 18.8.31). */
export function kindOfFormat(code: string): NumberKind {
  const [positive = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';');
  if (/^0{2,}$/.test(positive)) return { digits: positive.length };
  if (positive.includes('%')) return 'percent';
  if (/general/i.test(positive)) return 'plain';
  return /[ymdhs]/i.test(positive) ? 'date' : 'plain';
}

/** Formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30). */
function builtIn(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  const dates = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47);
  return dates || (id >= 50 && id <= 58) ? 'date' : 'plain';
}
