import type { Upload } from '../model/upload.ts';
import type { Basis } from './basis.ts';
import type { Encoding } from './decode/encoding.ts';
import { inspect } from './decode/inspect.ts';
import { type ByteSource, byteLimits } from './decode/source.ts';
import { decodedText, NotInEncoding, utf8Bytes, wholeText } from './decode/text.ts';
import { readDefinition } from './documents/definition.ts';
import { readStatus } from './documents/status.ts';
import { createFindings, type Findings } from './findings.ts';
import type { Content } from './readers/content.ts';
import { readTableOf } from './readers/tables.ts';
import { fitsPath } from './table/pattern.ts';

/** A file read and checked alone. */
export interface Reading {
  /** SHA-256 of the bytes as uploaded, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly findings: Findings;
  /** Null when nothing can be made of the file. */
  readonly content: Content | null;
}

/** Bytes after decompression that a file may have; `byteLimits` unless given. */
export type Limits = typeof byteLimits | { readonly table: number; readonly json: number };

/** Reads a file and checks it alone, with the basis that `basisOf` has found for it. */
export async function readUpload(
  upload: Upload,
  source: ByteSource,
  basis: Basis | null,
  limits: Limits = byteLimits,
): Promise<Reading> {
  const findings = createFindings();
  findings.raise(basis?.book.definition.severity);
  const json = upload.kind === 'definition' || upload.kind === 'status';
  const { sha256, bytes, text } = await inspect(source, json ? limits.json : limits.table);
  if ('code' in text) {
    const { code, ...data } = text;
    findings.add(code, {}, data);
    return { sha256, bytes, findings, content: null };
  }
  const content = await readContent(upload, source, text.encoding, basis, findings);
  return { sha256, bytes, findings, content };
}

async function readContent(
  upload: Upload,
  source: ByteSource,
  encoding: Encoding,
  basis: Basis | null,
  findings: Findings,
): Promise<Content | null> {
  if (upload.kind === 'definition') {
    const text = await textOf(source, encoding, findings);
    const definition = text === null ? null : await readDefinition(text, upload.election, findings);
    return definition && { kind: 'definition', definition };
  }
  if (upload.kind === 'status') {
    const text = await textOf(source, encoding, findings);
    const status = text === null ? null : await readStatus(text, findings);
    return status && { kind: 'status', status };
  }
  if (basis === null) throw new RangeError(`${upload.file} cannot be read without a definition`);
  const mapping = basis.book.definition.tables?.find(({ files }) => fitsPath(files, upload.file)) ?? null;
  const text = decodedText(source, encoding);
  const bytes = utf8Bytes(source, encoding);
  return readTableOf(upload.kind, upload, { text, bytes, mapping, findings }, basis);
}

async function textOf(source: ByteSource, encoding: Encoding, findings: Findings): Promise<string | null> {
  try {
    return await wholeText(source, encoding);
  } catch (error) {
    if (!(error instanceof NotInEncoding)) throw error;
    findings.add('file-undecodable', {}, { reason: error.message });
    return null;
  }
}
