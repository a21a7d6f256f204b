import type { Table } from '../model/generated/election.ts';
import type { Upload } from '../model/upload.ts';
import type { Basis } from './basis.ts';
import { inspect, type Unpacked } from './decode/inspect.ts';
import { type ByteSource, byteLimits, DecodeError } from './decode/source.ts';
import { wholeText } from './decode/text.ts';
import { readDefinition } from './documents/definition.ts';
import { readStatus } from './documents/status.ts';
import { createFindings, type Findings } from './findings.ts';
import type { Content } from './readers/content.ts';
import { readTableOf } from './readers/tables.ts';
import { fitsPath } from './table/pattern.ts';
import { rowSource } from './table/source.ts';

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

/** Reads a file and checks it alone, with the basis that `basisFinder` has found for it. */
export async function readUpload(
  upload: Upload,
  source: ByteSource,
  basis: Basis | null,
  limits: Limits = byteLimits,
): Promise<Reading> {
  const findings = createFindings();
  findings.raise(basis?.book.definition.severity);
  const mapping = mappingOf(upload, basis);
  const limit = isDocument(upload) ? limits.json : limits.table;
  const hint = { named: mapping?.encoding, languages: basis?.book.definition.languages ?? [] };
  const { sha256, bytes, content: unpacked } = await inspect(source, limit, hint);
  if ('code' in unpacked) {
    const { code, ...data } = unpacked;
    findings.add(code, {}, data);
    return { sha256, bytes, findings, content: null };
  }
  const content = isDocument(upload)
    ? await readDocument(upload, unpacked, findings)
    : await readTableFile(upload, unpacked, mapping, basis, findings);
  return { sha256, bytes, findings, content };
}

/** The mapping that the definition has for a file; null when its header is canonical. */
export function mappingOf({ file }: Pick<Upload, 'file'>, basis: Basis | null): Table | null {
  return basis?.book.definition.tables?.find(({ files }) => fitsPath(files, file)) ?? null;
}

type DocumentUpload = Upload & { readonly kind: 'definition' | 'status' };

function isDocument(upload: Upload): upload is DocumentUpload {
  return upload.kind === 'definition' || upload.kind === 'status';
}

async function readDocument(
  { kind, election }: DocumentUpload,
  unpacked: Unpacked,
  findings: Findings,
): Promise<Content | null> {
  const text = await textOf(unpacked, findings);
  if (text === null) return null;
  if (kind === 'definition') {
    const definition = await readDefinition(text, election, findings);
    return definition && { kind, definition };
  }
  const status = await readStatus(text, findings);
  return status && { kind, status };
}

async function readTableFile(
  upload: Upload,
  unpacked: Unpacked,
  mapping: Table | null,
  basis: Basis | null,
  findings: Findings,
): Promise<Content | null> {
  if (upload.kind === 'definition' || upload.kind === 'status' || basis === null)
    throw new RangeError(`${upload.file} cannot be read without a definition`);
  const rows = rowSource(unpacked, mapping, findings);
  return readTableOf(upload.kind, upload, { rows, mapping, findings }, basis);
}

async function textOf(unpacked: Unpacked, findings: Findings): Promise<string | null> {
  // A document is never a workbook: its name ends in .json.
  if (unpacked.form === 'workbook') return null;
  try {
    return await wholeText(unpacked, unpacked.encoding);
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    const { code, ...data } = error.problem;
    findings.add(code, {}, data);
    return null;
  }
}
