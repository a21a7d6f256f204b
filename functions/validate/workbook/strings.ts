import type { Archive } from '../decode/archive.ts';
import { undecodable } from '../decode/source.ts';
import { readXml } from './xml.ts';

/** Most bytes of a workbook's shared strings, inflated: they are held in memory. */
export const stringsLimit = 64 * 1024 * 1024;

/** Most characters of a cell (Excel specifications and limits). */
export const cellLimit = 32_767;

/** The shared strings of a workbook, by their number. Throws `DecodeError`. */
export async function readStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  const text = textCollector(part);
  await readXml(part, archive.read(part, stringsLimit), {
    open: text.open,
    text: text.text,
    close(name) {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}

/** Puts together the text of a string from its runs (`t`), without what only tells how it is pronounced (`rPh`). */
export function textCollector(part: string) {
  let collected = '';
  let inText = false;
  let phonetic = 0;
  return {
    open(name: string) {
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text(text: string) {
      if (!inText) return;
      collected += text;
      if (collected.length > cellLimit)
        throw undecodable(`${part} in the workbook has a cell of more than ${cellLimit} characters`);
    },
    close(name: string) {
      if (name === 'rPh') phonetic -= 1;
      inText = false;
    },
    take(): string {
      const text = unescaped(collected);
      collected = '';
      return text;
    },
  };
}

/** Characters that XML cannot hold are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
