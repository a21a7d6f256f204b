import { shown } from '../../findings.ts';
import { columnLimit } from '../rows.ts';

/** A member of an object. */
export interface JsonCell {
  readonly name: string;
  /** Texts as they are, numbers digit by digit as written, true and false as yes and no, null as missing. */
  readonly value: string;
}

/**
 * The members of an object that holds texts, numbers, true, false and null only, or in words why it is none. Not by JSON.parse: it rounds numbers, and
 * of two members of one name it silently drops the first.
 */
export function parseRow(text: string): readonly JsonCell[] | string {
  const cells = new Map<string, JsonCell>();
  let at = skip(text, 1);
  if (text[at] === '}') return [];
  for (;;) {
    const member = memberAt(text, at);
    if (typeof member === 'string') return member;
    const { cell, end } = member;
    if (cells.has(cell.name)) return `${shown(cell.name)} stands twice`;
    cells.set(cell.name, cell);
    if (cells.size > columnLimit) return `it has more than ${columnLimit} members`;
    if (text[end] === '}') return [...cells.values()];
    if (text[end] !== ',') return `"${near(text, end)}" stands where a comma is due`;
    at = skip(text, end + 1);
  }
}

function memberAt(text: string, at: number): { cell: JsonCell; end: number } | string {
  const literal = token(strings, text, at);
  if (literal === null) return `"${near(text, at)}" stands where a name is due`;
  const colon = skip(text, at + literal.length);
  if (text[colon] !== ':') return `"${near(text, colon)}" stands where a colon is due`;
  const start = skip(text, colon + 1);
  const name = textOf(literal);
  const value = token(scalars, text, start);
  if (value === null) return `the value of ${shown(name)} is no text or number: "${near(text, start)}"`;
  return { cell: { name, value: plainValue(value) }, end: skip(text, start + value.length) };
}

// RFC 8259, sections 6 and 7.
const string = String.raw`"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const strings = new RegExp(string, 'y');
const scalars = new RegExp(
  String.raw`${string}|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null`,
  'y',
);
const space = /[ \t\r\n]*/y;

function token(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function skip(text: string, at: number): number {
  return at + (token(space, text, at)?.length ?? 0);
}

function plainValue(value: string): string {
  if (value.startsWith('"')) return textOf(value);
  if (value === 'null') return '';
  if (value === 'true') return 'yes';
  return value === 'false' ? 'no' : value;
}

function textOf(literal: string): string {
  const text: unknown = JSON.parse(literal);
  return typeof text === 'string' ? text : '';
}

function near(text: string, at: number): string {
  return text.slice(at, at + 20);
}
