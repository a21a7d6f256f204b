import { S3Error } from './errors.ts';

/** An element read from a request: its name without a prefix, its own text, the elements inside. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const MAX_DEPTH = 8;
const TOKEN = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads the small XML documents that S3 requests carry: elements, attributes (ignored), text and the five entities.
 * Document types, comments and CDATA are refused, so no entity can grow and nothing is fetched.
 * Throws `MalformedXML`.
 */
export function readXml(text: string): XmlElement {
  const source = text.replace(/^\uFEFF?\s*(?:<\?xml[^?<>]*\?>)?\s*/, '').trimEnd();
  const holder = open('');
  const stack = [holder];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source);
    if (token === null) throw malformed();
    apply(stack, token);
  }
  const root = holder.children[0];
  if (stack.length !== 1 || root === undefined || holder.children.length !== 1 || holder.text !== '') {
    throw malformed();
  }
  return root;
}

/** The text of the only child of that name, or undefined. Throws `MalformedXML` where there are two. */
export function childText(parent: XmlElement, name: string): string | undefined {
  const found = parent.children.filter((child) => child.name === name);
  if (found.length > 1) throw malformed();
  return found[0]?.text;
}

/** The error for a document that is not well-formed or not of the published schema. */
export function malformed(): S3Error {
  return new S3Error(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema.',
  );
}

interface OpenElement {
  name: string;
  text: string;
  children: OpenElement[];
}

function open(name: string): OpenElement {
  return { name, text: '', children: [] };
}

function apply(stack: OpenElement[], token: RegExpExecArray): void {
  const [, closing, name, , selfClosing, text] = token;
  const parent = stack.at(-1);
  if (parent === undefined) throw malformed();
  if (name === undefined) {
    parent.text += unescapeText(text ?? '');
  } else if (closing === '/') {
    if (stack.length < 2 || parent.name !== localName(name)) throw malformed();
    stack.pop();
  } else {
    const child = open(localName(name));
    parent.children.push(child);
    if (selfClosing !== '/') stack.push(child);
    if (stack.length > MAX_DEPTH) throw malformed();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function unescapeText(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const known = ENTITIES.get(name);
    if (known !== undefined) return known;
    const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
    const code = Number.parseInt(digits?.[1] ?? digits?.[2] ?? '', digits?.[1] === undefined ? 10 : 16);
    if (!whole.endsWith(';') || !(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) throw malformed();
    return String.fromCodePoint(code);
  });
}
