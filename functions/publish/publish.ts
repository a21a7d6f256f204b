import { descriptions } from './describe/descriptions.ts';
import { allocationJson } from './files/allocation.ts';
import { checksums } from './files/checksums.ts';
import { electionJson } from './files/election.ts';
import { explanationMarkdown } from './files/explanation.ts';
import type { FileKind, Writing, WrittenFile } from './files/file.ts';
import { ledgerNdjson } from './files/ledger.ts';
import { manifestJson } from './files/manifest.ts';
import { measuresJson } from './files/measures.ts';
import { readme } from './files/readme/readme.ts';
import { resultsJson } from './files/results-json.ts';
import { summaryJson } from './files/summary.ts';
import { tableKinds } from './files/tables.ts';
import type { Release, Sink } from './release.ts';

/**
 * The published files in the order in which they are written. A file may speak of those before it: the summary of the findings,
 * the descriptions and the README of all data, the manifest of everything, the checksums of the manifest too.
 */
const fileKinds: readonly FileKind[] = [
  ...tableKinds,
  electionJson,
  resultsJson,
  ledgerNdjson,
  allocationJson,
  explanationMarkdown,
  measuresJson,
  summaryJson,
  ...descriptions,
  readme,
  manifestJson,
  checksums,
];

/** What a release has become: the SHA-256 of its manifest (hexadecimal), which vouches for every other file. */
export interface Written {
  readonly manifest: string;
  readonly files: readonly WrittenFile[];
}

/**
 * Writes every file of a release, one after the other, each streamed. The same release gives the same bytes, so an attempt
 * that broke off is finished by running it again.
 */
export async function publish(release: Release, sink: Sink): Promise<Written> {
  const planned = fileKinds.flatMap((kind) => kind(release));
  const files: WrittenFile[] = [];
  const writing: Writing = {
    release,
    planned,
    files,
    findings: new Map(),
    indications: new Map(),
    completeness: new Map(),
  };
  for (const file of planned) {
    const { content, ...description } = file;
    const stored = await sink.put(file.path, file.mediaType, content(writing));
    files.push({ ...description, bytes: stored.bytes, sha256: stored.sha256 });
  }
  const manifest = files.find(({ path }) => path === 'manifest.json')?.sha256 ?? '';
  return { manifest, files };
}
