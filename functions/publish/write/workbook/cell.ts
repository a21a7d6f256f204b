import { styles } from './parts.ts';

/** A value of a sheet: a text, a number that is to be reckoned with, a truth, or nothing. */
export type SheetCell = string | number | bigint | boolean | null;

/**
 * The XML of a cell, empty for nothing. A text is a text: nothing in it is run as a formula, and a code stays as it is (`01` is not 1), since
 * it is stored as one and formatted as one. A number that Excel would round is stored as text.
 */
export function sheetCell(
  value: SheetCell,
  column: string,
  row: number,
  style: number = styles.text,
): string {
  const place = `r="${column}${row}"`;
  if (value === null) return '';
  if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value !== 'string' && String(value).length <= exactDigits)
    return `<c ${place} s="${styles.number}"><v>${value}</v></c>`;
  return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${sheetText(String(value))}</t></is></c>`;
}

/** The name of a column by its place from 0: A, B … Z, AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (index % 26));
}

// Excel keeps 15 digits of a number.
const exactDigits = 15;
// Excel's limit for the text of a cell.
const longest = 32_767;

/** A text as the content of an element: what XML cannot hold as Excel writes it (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
function sheetText(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return short
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(unfit, (character) => `_x${hexadecimal(character)}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

// A carriage return is fit, but every reader of XML makes a line feed of it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unfit = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
