import { TextDecoder } from 'node:util';
import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { DecodeError, undecodable } from '../decode/source.ts';

/** What a reader of XML is told; names come without their prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Most characters between two tags, and most tags inside one another: what the parser holds in memory stays small whatever the file. A document
 * type declaration is refused: a workbook has none, and entities declared in one can grow without end.
 */
const most = { gap: 1_048_576, depth: 64 } as const;

/** Parses XML piece by piece, yielding after each so that the caller can hand on what the handlers have found. Throws `DecodeError`. */
export async function* parseXml(
  part: string,
  body: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let gap = 0;
  let depth = 0;
  const refuse = (reason: string): never => {
    throw undecodable(`${part} in the workbook ${reason}`);
  };
  parser.on('error', (error) => refuse(`is no sound XML (${error.message.slice(0, 200)})`));
  parser.on('doctype', () => refuse('declares a document type, which no workbook does'));
  parser.on('opentag', ({ name, attributes }) => {
    gap = 0;
    depth += 1;
    if (depth > most.depth) refuse(`has tags more than ${most.depth} deep`);
    handlers.open?.(local(name), (wanted) => attributeOf(attributes, wanted));
  });
  parser.on('closetag', ({ name }) => {
    gap = 0;
    depth -= 1;
    handlers.close?.(local(name));
  });
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  for await (const text of decoded(part, body)) {
    gap += text.length;
    parser.write(text);
    if (gap > most.gap) refuse(`has more than ${most.gap} characters without a tag`);
    yield;
  }
  parser.close();
  yield;
}

/** Parses XML to its end. */
export async function readXml(
  part: string,
  body: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  for await (const _piece of parseXml(part, body, handlers));
}

/** UTF-8, or UTF-16 with its mark: all that XML must be read in (XML 1.0, section 2.2). */
async function* decoded(part: string, body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const piece of body) {
      decoder ??= new TextDecoder(nameOf(piece), { fatal: true });
      for (let start = 0; start < piece.length; start += 65_536)
        yield decoder.decode(piece.subarray(start, start + 65_536), { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if (error instanceof DecodeError || !(error instanceof TypeError)) throw error;
    throw undecodable(`${part} in the workbook is not in the encoding that it begins in`);
  }
}

function nameOf(piece: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function attributeOf(attributes: Record<string, string | SaxesAttributePlain>, wanted: string) {
  for (const [name, value] of Object.entries(attributes))
    if (local(name) === wanted) return typeof value === 'string' ? value : value.value;
  return undefined;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
