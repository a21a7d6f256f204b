import { gunzipSync, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { parse as parseYaml } from 'yaml';
import { arrayBufferOf } from '../../support/streams.ts';

/** What a reader of a format makes of a file: its texts in order, and its shape, in which no text stands. */
export interface Shape {
  readonly texts: readonly string[];
  readonly shape: string;
}

/** How a file is read, by the end of its name; each with another program than the one that wrote it, or by the rules of the format itself. */
const readers: readonly (readonly [end: string, read: (bytes: Uint8Array) => Shape | Promise<Shape>])[] = [
  ['.csv', (bytes) => csvShape(textOf(bytes))],
  ['.csv.gz', (bytes) => csvShape(textOf(gunzipSync(bytes)))],
  ['.ndjson', (bytes) => valueShape(textOf(bytes).trimEnd().split('\n').map(parsed))],
  ['.json', (bytes) => valueShape(parsed(textOf(bytes)))],
  ['.jsonld', (bytes) => valueShape(parsed(textOf(bytes)))],
  ['.cff', (bytes) => yamlShape(textOf(bytes))],
  ['.xml', (bytes) => xmlShape(textOf(bytes))],
  ['.xlsx', workbookShape],
  ['.parquet', async (bytes) => valueShape(await parquetReadObjects({ file: arrayBufferOf(bytes) }))],
  ['.html', (bytes) => htmlShape(textOf(bytes))],
  ['.md', (bytes) => markdownShape(textOf(bytes))],
];

/** Files in which no text of a stranger stands: hashes, keys, signatures, the tree of the log. Its entries name uploads by their hashes. */
const withoutTexts = /(SHA256SUMS(\.minisig)?|\.pub|\/log\/.*)$/;

/** Reads a published file; null where no text of a stranger stands in files of its kind. Throws what the reader throws. */
export async function shapeOf(key: string, bytes: Uint8Array): Promise<Shape | null> {
  if (withoutTexts.test(key)) return null;
  const reader = readers.find(([end]) => key.endsWith(end));
  if (reader === undefined) throw new TypeError(`nobody has said how ${key} is read: teach shapes.ts`);
  return reader[1](bytes);
}

function csvShape(text: string): Shape {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
  const texts = data.flat();
  // What a spreadsheet runs, whatever stands there: a negative number is none.
  const run = texts.filter(
    (cell) => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-[0-9.]+$/.test(cell),
  );
  return { texts, shape: JSON.stringify([data.map(({ length }) => length), errors, run]) };
}

/** Of a value of JSON: names of members and kinds of values. A certificate holds its explanation in Markdown, by language. */
function valueShape(value: unknown): Shape {
  const texts: string[] = [];
  const shape = JSON.stringify(value, (name, member: unknown) => {
    if (name === 'explanation' && typeof member === 'object' && member !== null)
      return Object.values(member).map((text) => {
        const explained = markdownShape(String(text));
        texts.push(...explained.texts);
        return { [explained.shape]: '' };
      });
    if (typeof member === 'bigint' || typeof member === 'number') return 0;
    if (typeof member !== 'string') return member;
    texts.push(member);
    return '';
  });
  return { texts, shape };
}

/** YAML 1.2 and 1.1 have to agree. */
function yamlShape(text: string): Shape {
  const [now, before] = [
    valueShape(parseYaml(text, { version: '1.2' })),
    valueShape(parseYaml(text, { version: '1.1' })),
  ];
  return { texts: now.texts, shape: `${now.shape} ${JSON.stringify(before) === JSON.stringify(now)}` };
}

/** Elements and attributes, in order, of XML that is well formed: the parser throws else. */
function xmlShape(xml: string): Shape {
  const texts: string[] = [];
  const shape: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    shape.push(`<${name} ${Object.keys(attributes).join()}>`);
    texts.push(...Object.values(attributes));
  });
  parser.on('closetag', ({ name }) => void shape.push(`</${name}>`));
  for (const kind of ['comment', 'cdata', 'doctype'] as const)
    parser.on(kind, () => void shape.push(`<${kind}>`));
  parser.on('text', (text) => void texts.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { texts, shape: shape.join('') };
}

/** Of a workbook all its parts. A formula would be an element of its own. */
function workbookShape(bytes: Uint8Array): Shape {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => ({ name, ...xmlShape(textOf(part)) }));
  // ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
  const plain = (text: string) =>
    text.replaceAll(/_x([0-9A-F]{4})_/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  return {
    texts: parts.flatMap(({ texts }) => texts.map(plain)),
    shape: JSON.stringify(parts.map(({ name, shape }) => [name, shape])),
  };
}

/** Tags with the names of their attributes. An address that would run something, and whatever is no tag and begins like one, is part of the shape. */
function htmlShape(html: string): Shape {
  const tag = /<(?:!doctype html|\/?[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"<]*")?)*\s*\/?)>/gi;
  const tags = html.match(tag) ?? [];
  const left = html.replaceAll(tag, '\n');
  const attributes = tags.flatMap((one) => [...one.matchAll(/([a-z-]+)="([^"]*)"/g)]);
  const runs = attributes.filter(
    ([, name = '', value = '']) => name.startsWith('on') || (/^(href|src)$/.test(name) && !isPlain(value)),
  );
  const values = attributes.map(([, , value = '']) => value);
  return {
    texts: [...values, ...left.split('\n')].map(unescaped),
    shape: JSON.stringify([
      tags.map((one) => one.replaceAll(/="[^"]*"/g, '')),
      runs.map(([whole]) => whole),
      left.match(/[<>]/g),
    ]),
  };
}

function isPlain(address: string): boolean {
  return /^(https?:\/\/|[A-Za-z0-9._/-]*$|#|data:,$)/.test(address);
}

function unescaped(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/**
 * Whatever could be markup when escapes (CommonMark 0.31, 2.4) and entities (2.5), which are never, are taken out: signs, addresses and mentions
 * (GitHub Flavored Markdown, 6.9), how each line begins, and what cannot be seen. One text is one line.
 */
function markdownShape(markdown: string): Shape {
  const bare = markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, 'e').replaceAll(/&#\d+;/g, 'e');
  const signs = bare.match(/[`*_[\]<>#|~$!@&\\]|https?:\/\/|www\.|[\p{Cf}\u2028\u2029]|(?!\n)\p{Cc}/gu);
  const begins = bare.split('\n').map((line) => marker.exec(line)?.[0] ?? '');
  const written = markdown
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  return { texts: written.split('\n'), shape: JSON.stringify([signs, begins]) };
}

// Of lists, quotes, and of headings that a line below makes (CommonMark 0.31, 4.3, 5.1, 5.2), one within another.
const marker = /^\s*(?:(?:(?:[-+]|[0-9]{1,9}[.)])(?=\s|$)|>)\s*)*(?:[=-]+\s*$)?/;

function parsed(text: string): unknown {
  return JSON.parse(text);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
