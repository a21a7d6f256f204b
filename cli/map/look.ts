import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { finding, findingMessage } from '../../functions/model/finding.ts';
import type { Option, Table } from '../../functions/model/generated/election.ts';
import { isOptionId } from '../../functions/model/ids.ts';
import { inspect, type Unpacked } from '../../functions/validate/decode/inspect.ts';
import { byteLimits, DecodeError, type DecodeProblem } from '../../functions/validate/decode/source.ts';
import { createFindings, type Findings } from '../../functions/validate/findings.ts';
import { UsageError } from '../command.ts';
import { type Preview, previewOf } from './preview.ts';
import { proposeTable } from './propose.ts';
import { sampleOf } from './sample.ts';
import type { MapTarget } from './target.ts';

/** A file that has been looked at. */
export interface LookedAt {
  readonly table: Table;
  readonly preview: Preview;
  /** What is wrong with the table when it is read through the mapping. */
  readonly findings: Findings;
  /** Options of the contest that the file does not name. */
  readonly unmatched: readonly string[];
}

/** Looks at a file, proposes its mapping and reads it through that. Throws UsageError when it cannot be read. */
export async function lookAt(path: string, target: MapTarget, sheet: string | undefined): Promise<LookedAt> {
  const content = await unpacked(path, target);
  const sample = await sampleOf(content, sheet).catch((error: unknown) => {
    throw error instanceof DecodeError ? unreadable(path, error.problem) : error;
  });
  const { table: proposed, options } = proposeTable(sample, target);
  const table: Table = { ...proposed, ...(sheet !== undefined && { sheet }), ...encodingOf(content) };
  const findings = createFindings();
  const known = target.options ?? optionsOf(options);
  const preview = await previewOf(content, table, target.kind, known, findings);
  const named = new Set(options.values());
  const unmatched = (target.options ?? []).map(({ id }): string => id).filter((id) => !named.has(id));
  return { table, preview, findings, unmatched: named.size === 0 ? [] : unmatched };
}

async function unpacked(path: string, { file, definition }: MapTarget): Promise<Unpacked> {
  const isFile = await stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!isFile) throw new UsageError(`There is no file ${path}.`);
  const source = { name: file, open: () => createReadStream(path) };
  const { content } = await inspect(source, byteLimits.table, { languages: definition?.languages ?? [] });
  if ('code' in content) throw unreadable(path, content);
  return content;
}

function unreadable(path: string, { code, ...data }: DecodeProblem): UsageError {
  return new UsageError(`${path}: ${findingMessage(finding(code, {}, data), 'en')}`);
}

/** A code page was told by its letters: that is better written down. */
function encodingOf(content: Unpacked): Pick<Table, 'encoding'> {
  if (content.form !== 'text' || !content.encoding.name.startsWith('windows-')) return {};
  return { encoding: content.encoding.name };
}

/** Without a definition: the options that the labels name. */
function optionsOf(found: ReadonlyMap<string, string>): Option[] {
  return [...found].flatMap(([label, id]) =>
    isOptionId(id) ? [{ id, kind: 'list' as const, name: { en: label } }] : [],
  );
}
