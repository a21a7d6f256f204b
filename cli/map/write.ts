import { rename, writeFile } from 'node:fs/promises';
import type { Table } from '../../functions/model/generated/election.ts';

/**
 * The text of a definition with this mapping in its `tables`: in place of the one for the same files, else before all others, for the first that fits is
 * used. Everything else stays as it is written. The text is sound JSON, an object.
 */
export function withTable(text: string, table: Table): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const written = (depth: number) =>
    JSON.stringify(table, null, indent).replaceAll('\n', `${newline}${indent.repeat(depth)}`);
  const members = partsOf(text, text.indexOf('{'));
  const tables = members.find(({ key }) => key === 'tables');
  if (tables === undefined) {
    const last = members.at(-1)?.end ?? text.indexOf('{') + 1;
    const comma = members.length > 0 ? ',' : '';
    const list = `[${newline}${indent.repeat(2)}${written(2)}${newline}${indent}]`;
    return `${text.slice(0, last)}${comma}${newline}${indent}"tables": ${list}${text.slice(last)}`;
  }
  const items = partsOf(text, tables.start);
  const same = items.find(({ start, end }) => filesOf(text.slice(start, end)) === table.files);
  if (same !== undefined) return `${text.slice(0, same.start)}${written(2)}${text.slice(same.end)}`;
  const open = tables.start + 1;
  const rest = items.length > 0 ? ',' : `${newline}${indent}`;
  const after = items.length > 0 ? text.slice(open) : text.slice(open).trimStart();
  return `${text.slice(0, open)}${newline}${indent.repeat(2)}${written(2)}${rest}${after}`;
}

/** Writes a file whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, text);
  await rename(draft, path);
}

/** A value inside an object or an array, with its key in an object. */
interface Part {
  readonly key: string | null;
  readonly start: number;
  readonly end: number;
}

/** The values directly inside the object or array that opens at `from`. */
function partsOf(text: string, from: number): Part[] {
  const parts: Part[] = [];
  let key: string | null = null;
  let at = from + 1;
  for (;;) {
    between.lastIndex = at;
    at += between.exec(text)?.[0].length ?? 0;
    if (at >= text.length || text[at] === '}' || text[at] === ']') return parts;
    const end = endOfValue(text, at);
    const isKey = text[from] === '{' && key === null;
    if (isKey) key = String(JSON.parse(text.slice(at, end)));
    else {
      parts.push({ key, start: at, end });
      key = null;
    }
    at = end;
  }
}

const between = /[\s,:]*/y;

/** Where the value that begins at `start` ends. */
function endOfValue(text: string, start: number): number {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s,:{}[\]"]+/gsu;
  tokens.lastIndex = start;
  let depth = 0;
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    if (found[0] === '{' || found[0] === '[') depth += 1;
    if (found[0] === '}' || found[0] === ']') depth -= 1;
    if (depth === 0) return tokens.lastIndex;
  }
  return text.length;
}

function filesOf(item: string): unknown {
  const value: unknown = JSON.parse(item);
  return value !== null && typeof value === 'object' && 'files' in value ? value.files : null;
}
