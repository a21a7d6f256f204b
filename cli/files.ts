import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { isElectionId } from '../functions/model/ids.ts';
import { parseUploadKey } from '../functions/model/upload.ts';
import type { FileVersion } from '../functions/validate/validate.ts';
import { UsageError } from './command.ts';

/** A file on this machine and the key it is uploaded under. */
export interface LocalUpload {
  readonly path: string;
  readonly key: string;
}

/**
 * The uploads that files and folders stand for. A folder is an election: it holds election.json, or its name (or `election`) is
 * the id. A file keeps the part of its path from `results/`, `stations/`, `candidates/` or `turnout/` on. Definitions come first
 * and registers next, so that nothing waits for them. `leftOut` is told of files in a folder whose place or name says nothing (not of
 * hidden ones). Throws UsageError when a path is not there or is none of these.
 */
export async function collectUploads(
  paths: readonly string[],
  election?: string,
  leftOut: (path: string) => void = () => {},
): Promise<LocalUpload[]> {
  if (election !== undefined) requireElectionId(election);
  const found: LocalUpload[] = [];
  for (const path of paths) {
    const entry = await stat(path).catch(() => null);
    if (!entry) throw new UsageError(`There is no file or folder ${path}.`);
    found.push(
      ...(entry.isDirectory()
        ? await folderUploads(path, election, leftOut)
        : [await fileUpload(path, election)]),
    );
  }
  return found.sort((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1));
}

/** A file on this machine as the validator takes it; none when its key says nothing. */
export function fileVersion({ path, key }: LocalUpload): FileVersion[] {
  const upload = parseUploadKey(key);
  return upload ? [{ upload, open: () => createReadStream(path) }] : [];
}

/** The election folders below `folder`: those with an election.json. */
export async function electionFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name === 'election.json')
    .map((entry) => entry.parentPath)
    .sort();
}

/** The id of the election whose definition lies in a folder; undefined when there is none that can be read. */
export async function electionIn(folder: string): Promise<string | undefined> {
  const id = idOf(await readFile(join(folder, 'election.json'), 'utf8').catch(() => ''));
  return id !== null && isElectionId(id) ? id : undefined;
}

/** The id that the text of a definition names; null when it cannot be read. */
export function idOf(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string'
      ? value.id
      : null;
  } catch {
    return null;
  }
}

/** What a command says of files that it has left out; null when there are none. A results file in a wrong folder must not go unseen. */
export function leftOutLine(paths: readonly string[]): string | null {
  if (paths.length === 0) return null;
  const names = paths.length > 10 ? [...paths.slice(0, 10), '…'] : paths;
  return `Left out, for neither name nor folder says what they are (${paths.length}): ${names.join(', ')}`;
}

async function folderUploads(
  folder: string,
  given: string | undefined,
  leftOut: (path: string) => void,
): Promise<LocalUpload[]> {
  const election = given ?? (await electionIn(folder)) ?? basename(resolve(folder));
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  requireElectionId(election);
  const { uploads = [], others = [] } = Object.groupBy(
    entries
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, key: keyOf(election, relative(folder, path)) })),
    ({ key }) => (parseUploadKey(key) === null ? 'others' : 'uploads'),
  );
  for (const { path } of others) leftOut(path);
  if (uploads.length === 0)
    throw new UsageError(
      `${folder} holds nothing to upload: no election.json, status.json, results/<contest>/<table>, stations/, candidates/ or turnout/.`,
    );
  return uploads;
}

async function fileUpload(path: string, given: string | undefined): Promise<LocalUpload> {
  const parts = resolve(path).split(sep);
  const start = uploadRoot(parts);
  const folder = parts.slice(0, start).join(sep);
  const election = given ?? (await electionIn(folder)) ?? parts[start - 1] ?? '';
  const key = keyOf(election, parts.slice(start).join('/'));
  if (parseUploadKey(key)) return { path, key };
  throw new UsageError(
    `${path} does not say what it is. Put it into a folder results/<contest>/, stations/, candidates/ or turnout/ (as .csv, .tsv, .txt, .json, .ndjson or .xlsx, also with .gz or .zip after it), or name it election.json or status.json; name the election with --election.`,
  );
}

/** Where in the path the part after `uploads/<election>/` begins. */
function uploadRoot(parts: readonly string[]): number {
  const parent = parts.length - 2;
  if (['stations', 'candidates', 'turnout'].includes(parts[parent] ?? '')) return parent;
  return parts[parent - 1] === 'results' ? parent - 1 : parts.length - 1;
}

/** A key with a name that is no id would be passed over without a word. */
function requireElectionId(election: string): void {
  if (isElectionId(election)) return;
  throw new UsageError(
    `"${election}" cannot be the id of an election: it takes lower-case letters, digits and hyphens. Name the election with --election.`,
  );
}

function keyOf(election: string, file: string): string {
  return `uploads/${election}/${file.split(sep).join('/')}`;
}

function rank(key: string): number {
  const order = ['definition', 'stations', 'candidates', 'results', 'turnout', 'status'];
  return order.indexOf(parseUploadKey(key)?.kind ?? 'status');
}
