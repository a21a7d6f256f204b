import { createHash } from 'node:crypto';
import type { ResultsParts } from '../../../functions/model/generated/results-parts.ts';
import type { WrittenPart } from '../../../functions/publish/files/file.ts';
import { noteParts } from '../../../functions/publish/files/results/parts.ts';
import type { Row } from '../../../functions/publish/write/csv.ts';
import { parquetPieces } from '../../../functions/publish/write/parquet.ts';
import type { Fetch } from '../../../site/data/fetch.ts';
import { electionId } from '../../support/builders.ts';
import { streamOf, wholeOf } from '../../support/streams.ts';

/** results.parquet, and what results.parts.json states of it. */
export interface Results {
  readonly bytes: Uint8Array;
  readonly stated: ResultsParts;
}

/** Both with these rows, by the writer of releases. `named` is the election that the file itself names. */
export async function resultsOf(rows: Iterable<Row<'results'>>, named = 'xx-2024'): Promise<Results> {
  const parts: WrittenPart[] = [];
  const pieces = parquetPieces('results', streamOf([rows]), { election: named, version: '1.0.0' });
  const bytes = new Uint8Array(await wholeOf(noteParts(pieces, parts)));
  return { bytes, stated: statedOf(bytes, parts) };
}

/** Files of a release that fit one another: the manifest names those that are given, and the pointer the manifest. By path from the root of the site. */
export function releaseFiles(files: Readonly<Record<string, Uint8Array | string>>): Map<string, Uint8Array> {
  const folder = 'elections/xx-2024/1.0.0';
  const bytes = Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const);
  const listed = bytes.map(([path, content]) => ({
    path,
    bytes: content.length,
    sha256: sha256(content),
    mediaType: 'application/octet-stream',
  }));
  const [election, version, at] = ['xx-2024', '1.0.0', '2024-03-11T00:00:00.000Z'];
  const manifest = JSON.stringify({ election, version, codeVersion: '0.1.0', files: listed, uploads: [] });
  const latest = { election, version, status: 'complete', manifest: sha256(manifest), at, withdrawn: [] };
  return new Map([
    ...bytes.map(([path, content]) => [`${folder}/${path}`, content] as const),
    [`${folder}/manifest.json`, Buffer.from(manifest)],
    ['elections/xx-2024/latest.json', Buffer.from(JSON.stringify(latest))],
  ]);
}

/** A server of these files that knows ranges; what was asked for is in `asked`, as `results.parquet bytes=0-9`. */
export function serverOf(files: ReadonlyMap<string, Uint8Array>): {
  readonly fetch: Fetch;
  readonly asked: string[];
} {
  const asked: string[] = [];
  return {
    asked,
    async fetch(url, { headers }) {
      const bytes = files.get(url.pathname.slice(1));
      const range = new Headers(headers).get('range');
      asked.push(`${url.pathname.replace(/^.*\//, '')} ${range ?? ''}`.trimEnd());
      if (!bytes) return new Response('', { status: 404 });
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
      if (from === undefined || to === undefined) return new Response(new Uint8Array(bytes));
      const part = new Uint8Array(bytes.slice(Number(from), Number(to) + 1));
      const place = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`;
      return new Response(part, { status: 206, headers: { 'content-range': place } });
    },
  };
}

/** The SHA-256 of bytes, hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function statedOf(bytes: Uint8Array, parts: readonly WrittenPart[]): ResultsParts {
  const groups = parts.flatMap(({ rows, offset, bytes, sha256 }) =>
    rows === null ? [] : [{ offset, bytes, rows, sha256 }],
  );
  const { offset, bytes: length, sha256: hash } = parts.at(-1) ?? { offset: 0, bytes: 0, sha256: '' };
  return {
    election: electionId('xx-2024'),
    version: '1.0.0',
    file: 'results.parquet',
    bytes: bytes.length,
    sha256: sha256(bytes),
    groups,
    footer: { offset, bytes: length, sha256: hash },
  };
}
