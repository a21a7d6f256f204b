import { readdir } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import type { ElectionDefinition, Option } from '../../functions/model/generated/election.ts';
import { isElectionId } from '../../functions/model/ids.ts';
import { parseUploadKey } from '../../functions/model/upload.ts';
import { checkFiles } from '../../functions/validate/check.ts';
import { type MemoryCurrent, memoryCurrent } from '../../functions/validate/current/memory.ts';
import { UsageError } from '../command.ts';
import { loadDefinition } from '../definition.ts';
import { collectUploads, fileVersion } from '../files.ts';
import type { ProposalContext } from './propose.ts';

/** What a file is to be mapped to. */
export interface MapTarget extends ProposalContext {
  readonly definition: ElectionDefinition | null;
}

/** What the command line says of it. */
export interface TargetOptions {
  /** The folder of the election. */
  readonly election: string | undefined;
  /** The key after `uploads/<election>/`, as results/list/north.csv. */
  readonly as: string | undefined;
}

/**
 * Finds out what a file is to be mapped to: its kind and contest by its name, the options, areas and stations by the election's folder. Throws UsageError where
 * these do not say.
 */
export async function mapTarget(path: string, { election, as }: TargetOptions): Promise<MapTarget> {
  const definition = election === undefined ? null : await loadDefinition(election);
  const file = as ?? fileOf(path, definition);
  const upload = parseUploadKey(`uploads/any/${file}`);
  const kind = upload?.kind;
  if (kind !== 'results' && kind !== 'stations' && kind !== 'turnout')
    throw new UsageError(
      `${file} is none of results/<contest>/<table>, stations/<table> and turnout/<table>, which can be mapped. Name what it is to become with --as.`,
    );
  const contest = definition?.contests.find(({ id }) => id === upload?.contest);
  if (definition !== null && kind === 'results' && contest === undefined) {
    const known = definition.contests.map(({ id }) => id).join(', ');
    throw new UsageError(
      `The election has no contest "${upload?.contest}"; it has ${known}. Name one with --as.`,
    );
  }
  const options: readonly Option[] | null = contest?.options ?? null;
  return {
    file,
    kind,
    options,
    parties: definition?.parties ?? [],
    definition,
    known: {
      areas: new Set(definition?.areas.map(({ id }) => id)),
      options: new Set(options?.map(({ id }) => id)),
      stations:
        definition === null || election === undefined ? new Set() : await stationsIn(election, definition),
    },
  };
}

/** The key that the folders of a path say; else results of the only contest. */
function fileOf(path: string, definition: ElectionDefinition | null): string {
  const parts = resolve(path).split(sep);
  for (const start of [parts.length - 3, parts.length - 2]) {
    const file = parts.slice(Math.max(0, start)).join('/');
    if (parseUploadKey(`uploads/any/${file}`) !== null) return file;
  }
  const [only, ...others] = definition?.contests ?? [];
  if (only !== undefined && others.length === 0) return `results/${only.id}/${basename(path)}`;
  if (definition === null) return `results/contest/${basename(path)}`;
  throw new UsageError(
    `${path} does not say what it is. Name it with --as, as results/${only?.id ?? 'list'}/${basename(path)} or stations/${basename(path)}.`,
  );
}

/** The stations of the registers in the folder that pass the checks. */
async function stationsIn(folder: string, { id }: ElectionDefinition): Promise<ReadonlySet<string>> {
  if (!isElectionId(id) || !(await readdir(join(folder, 'stations')).catch(() => [])).length)
    return new Set();
  const current: MemoryCurrent = memoryCurrent(id);
  const uploads = (await collectUploads([folder], id)).filter(({ key }) =>
    /\/(election\.json|stations\/[^/]+)$/.test(key),
  );
  const stations = new Set<string>();
  for await (const { verdict } of checkFiles(id, uploads.flatMap(fileVersion), current)) {
    const records =
      verdict.outcome === 'accepted' && verdict.result.kind === 'batch' ? verdict.result.batch.records : null;
    if (records?.kind === 'stations') for (const { station } of records.stations) stations.add(station);
  }
  return stations;
}
