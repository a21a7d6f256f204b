import type { Text } from '../ids.ts';

/** The text in `language`, else in English, else in the first language it has. Empty when it has none. */
export function inLanguage(text: Text, language: string): string {
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}

/**
 * Compares by Unicode code point: the order of UTF-8 bytes, so the one of S3 and DynamoDB, on every machine (localeCompare is not;
 * `<` compares UTF-16 units, which puts U+10000 and above before U+E000).
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** A value of a CSV cell; null is a missing one. */
export type Cell = string | number | bigint | boolean | null;

/**
 * A cell of CSV by RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe before it (`textCell`): names in official files are
 * written by strangers. Numbers are left as they are.
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  if (!needsCare.test(value)) return value;
  const harmless = textCell(value);
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * A text as a cell holds it: with an apostrophe before it where a spreadsheet would run it as a formula, that is where it begins with `=`, `+`, `-`,
 * `@`, one of them in full width (which Excel takes for the same in East Asian settings), a tab or a line end (OWASP, CSV Injection).
 */
export function textCell(text: string): string {
  return runsAsFormula.test(text) ? `'${text}` : text;
}

/** The text of a cell, without the apostrophe that `textCell` has put before it. */
export function cellText(cell: string): string {
  return cell.startsWith("'") && runsAsFormula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

const runsAsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const needsQuotes = /[",\r\n]/;
// Most cells need nothing: one test tells.
const needsCare = /^[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]|[",\r\n]/;

/** A UTF-16 unit, with surrogates (which stand for code points above all others) moved behind the rest. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
