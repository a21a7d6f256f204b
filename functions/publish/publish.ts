import type { ChangeCounts } from '../model/ledger.ts';
import { descriptions } from './describe/descriptions.ts';
import { allocationJson } from './files/allocation.ts';
import { areaFiles } from './files/areas/area.ts';
import { areasJson } from './files/areas/index.ts';
import { changelog } from './files/changelog.ts';
import { electionJson } from './files/election.ts';
import { explanationMarkdown } from './files/explanation.ts';
import type { FileKind, PlannedFile, Writing, WrittenFile } from './files/file.ts';
import { checksums } from './files/integrity/checksums.ts';
import { manifestJson } from './files/integrity/manifest.ts';
import { signature } from './files/integrity/signature.ts';
import { ledgerNdjson } from './files/ledger.ts';
import { measuresJson } from './files/measures.ts';
import { nistJson } from './files/nist.ts';
import { readme } from './files/readme/readme.ts';
import { resultsPartsJson } from './files/results/parts.ts';
import { resultsFiles } from './files/results/results.ts';
import { summaryJson } from './files/summary.ts';
import { tableKinds } from './files/tables.ts';
import { resultsXlsx } from './files/workbook/workbook.ts';
import { indexJson } from './folders/release.ts';
import type { Release, Sink } from './release.ts';
import type { Signer } from './sign/signer.ts';
import { each } from './write/each.ts';

/**
 * The published files in the order in which they are written. A file may speak of those before it: the summary of the findings,
 * the descriptions and the README of all data, the manifest of everything, the checksums of the manifest too,
 * the signature of the checksums.
 */
const fileKinds: readonly FileKind[] = [
  resultsFiles,
  resultsPartsJson,
  ...tableKinds,
  resultsXlsx,
  areaFiles,
  areasJson,
  electionJson,
  ledgerNdjson,
  allocationJson,
  explanationMarkdown,
  measuresJson,
  nistJson,
  summaryJson,
  changelog,
  ...descriptions,
  readme,
  indexJson,
  manifestJson,
  checksums,
  signature,
];

/** What a release has become: the SHA-256 of its manifest (hexadecimal), which vouches for every other file. */
export interface Written {
  readonly manifest: string;
  readonly files: readonly WrittenFile[];
  /** What differs from the release before, counted. */
  readonly changes: ChangeCounts;
}

/**
 * Writes every file of a release, each streamed: the kinds one after the other, the files of one kind side by side. The same release
 * gives the same bytes, so an attempt that broke off is finished by running it again.
 */
export async function publish(release: Release, sink: Sink, signer: Signer): Promise<Written> {
  const files: WrittenFile[] = [];
  const failure = new AbortController();
  const kinds = fileKinds.map((kind) => kind(release));
  const writing: Writing = {
    release,
    planned: kinds.flat(),
    files,
    findings: new Map(),
    signer,
    indications: new Map(),
    completeness: new Map(),
    resultsParts: [],
    changes: { added: 0, corrected: 0, removed: 0 },
    failed: failure.signal,
  };
  const write = async ({ content, ...description }: PlannedFile): Promise<WrittenFile> => {
    const { bytes, sha256 } = await sink.put(description.path, description.mediaType, content(writing));
    return { ...description, bytes, sha256 };
  };
  for (const planned of kinds) files.push(...(await each(planned, sideBySide, write, failure)));
  const manifest = files.find(({ path }) => path === 'manifest.json')?.sha256 ?? '';
  return { manifest, files, changes: writing.changes };
}

// As many as hide the delay of the store. No kind may share a reading among more files than this: they would wait for one another.
const sideBySide = 8;
