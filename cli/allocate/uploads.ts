import { createReadStream } from 'node:fs';
import { isElectionId } from '../../functions/model/ids.ts';
import { type AreaTotals, totalsOf } from '../../functions/model/records/batch.ts';
import { stationsByArea } from '../../functions/model/records/expected.ts';
import { parseUploadKey } from '../../functions/model/upload.ts';
import { checkFiles } from '../../functions/validate/check.ts';
import { headerOf, otherFiles } from '../../functions/validate/current/current.ts';
import { type MemoryCurrent, memoryCurrent } from '../../functions/validate/current/memory.ts';
import { UsageError } from '../command.ts';
import { loadDefinition } from '../definition.ts';
import { collectUploads, type LocalUpload } from '../files.ts';
import type { Grounds } from './grounds.ts';

/** Definition and votes of an election folder, as they would be after its upload. Throws UsageError when a file would be rejected. */
export async function groundsOfUploads(folder: string): Promise<Grounds> {
  const definition = await loadDefinition(folder);
  const uploads = await collectUploads([folder]);
  const current = memoryCurrent(definition.id);
  for await (const { upload, verdict } of checkFiles(definition.id, uploads.flatMap(fileVersion), current))
    if (verdict.outcome === 'rejected')
      throw new UsageError(
        `${folder}/${upload.file} would be rejected. \`sailau check ${folder}\` says what is wrong.`,
      );
  const registers = otherFiles(current, 'stations', '').map((file) => headerOf(current, file));
  return {
    definition,
    totals: await totalsIn(current),
    stations: stationsByArea(await Promise.all(registers)),
  };
}

function fileVersion({ path, key }: LocalUpload) {
  const upload = parseUploadKey(key);
  return upload && isElectionId(upload.election) ? [{ upload, open: () => createReadStream(path) }] : [];
}

async function totalsIn(current: MemoryCurrent): Promise<AreaTotals[]> {
  const totals: AreaTotals[] = [];
  for (const file of otherFiles(current, 'results', '')) {
    const { areas } = await headerOf(current, file);
    for (const { area } of areas)
      totals.push(...totalsOf([...(await current.batches.protocols(current.election, file.batch, area))]));
  }
  return totals;
}
