import type { AreaResults } from '../../../functions/model/generated/area-results.ts';
import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import { UsageError } from '../../command.ts';
import { similarity } from '../../map/similarity.ts';
import { ReleaseDefect, shown } from '../../release/defect.ts';
import { readDocument } from '../../release/documents.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import { tableRows } from '../../release/table.ts';
import { fileDiffers } from '../checks/files.ts';

/** The station whose numbers are to be proved, in one contest or in all that it has a protocol of. */
export interface Wanted {
  readonly station: string;
  readonly contest: string | null;
}

/** A protocol as the JSON files of a release have it. */
export type PublishedProtocol = AreaResults['protocols'][number];

/** The protocols of a station, one a contest, and the files that they were read from. */
export interface StationProtocols {
  readonly protocols: readonly PublishedProtocol[];
  readonly files: readonly string[];
}

/**
 * The protocols of a station in a release: its area from the register, else from the results, then those of the file of that area, so that few
 * kilobytes are read. Nothing is taken from a file that is not as the manifest says. Throws UsageError where the release has no such station or no
 * protocol of it, ReleaseDefect where a file is not as it should be.
 */
export async function protocolsOf(
  folder: ReleaseFolder,
  manifest: Manifest,
  { station, contest }: Wanted,
): Promise<StationProtocols> {
  const table = manifest.files.some(({ path }) => path === 'stations.csv') ? 'stations.csv' : 'results.csv';
  await checkFile(folder, manifest, table);
  const area = await areaOf(folder, table, manifest, station);
  const shard = `areas/${area}.json`;
  await checkFile(folder, manifest, shard);
  const { protocols } = await readDocument(folder, shard, 'area-results');
  const own = protocols.filter((protocol) => protocol.station === station);
  const wanted = own.filter((protocol) => contest === null || protocol.contest === contest);
  if (wanted.length > 0) return { protocols: wanted, files: [table, shard] };
  const others = own.map((protocol) => protocol.contest).join(', ');
  const known = others === '' ? 'It has not reported.' : `It has one of: ${others}.`;
  const of = contest === null ? '' : ` of contest ${shown(contest)}`;
  throw new UsageError(
    `Release ${manifest.version} has no protocol of station ${shown(station)}${of}. ${known}`,
  );
}

/** Throws ReleaseDefect for a file that has not the size and the SHA-256 that the manifest states, and for one that it does not name. */
export async function checkFile(folder: ReleaseFolder, { files }: Manifest, file: string): Promise<void> {
  const stated = files.find(({ path }) => path === file);
  const differs = stated
    ? await fileDiffers(folder, file, stated)
    : { file, at: '', expected: 'a file that manifest.json names', found: 'none' };
  if (differs) throw new ReleaseDefect(differs);
}

async function areaOf(
  folder: ReleaseFolder,
  table: string,
  { version }: Manifest,
  station: string,
): Promise<string> {
  const likeness = new Map<string, number>();
  for await (const row of tableRows(folder, table, ['station', 'area'])) {
    const other = row.cell('station');
    if (other === station) return row.cell('area');
    keepNearest(likeness, other, station);
  }
  const nearest = [...likeness].sort(([, a], [, b]) => b - a).map(([other]) => other);
  const advice = nearest.length === 0 ? '' : ` Nearest: ${nearest.join(', ')}.`;
  throw new UsageError(`Release ${version} has no station ${shown(station)} in ${table}.${advice}`);
}

/** Most stations to name to somebody who has mistyped one. */
const mostNearest = 3;

function keepNearest(likeness: Map<string, number>, other: string, station: string): void {
  const own = similarity(other, station);
  if (own === 0 || likeness.has(other)) return;
  likeness.set(other, own);
  if (likeness.size <= mostNearest) return;
  const [least] = [...likeness].reduce((low, one) => (one[1] < low[1] ? one : low));
  likeness.delete(least);
}
