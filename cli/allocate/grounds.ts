import { stat } from 'node:fs/promises';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { AreaId } from '../../functions/model/ids.ts';
import type { AreaTotals } from '../../functions/model/records/batch.ts';
import { UsageError } from '../command.ts';
import { stationsByArea } from '../release/contents/register.ts';
import { ReleaseDefect } from '../release/defect.ts';
import { isAddress, isReleaseFolder, openRelease } from '../release/open.ts';
import { evidenceIn } from '../verify/evidence.ts';
import { groundsOfUploads } from './uploads.ts';

/** What seats follow from: the definition and the votes. */
export interface Grounds {
  readonly definition: ElectionDefinition;
  readonly totals: readonly AreaTotals[];
  readonly stations: ReadonlyMap<AreaId, number>;
}

/**
 * Definition and votes of a release, by its folder or address, or of an election folder that could be uploaded. Throws UsageError when
 * a target is neither, or cannot be read.
 */
export async function groundsIn(target: string): Promise<Grounds> {
  if (isAddress(target)) return groundsOfRelease(target);
  const entry = await stat(target).catch(() => null);
  if (!entry?.isDirectory()) throw new UsageError(`There is no folder ${target}.`);
  return (await isReleaseFolder(target)) ? groundsOfRelease(target) : groundsOfUploads(target);
}

async function groundsOfRelease(target: string): Promise<Grounds> {
  try {
    const { folder, pointer, close } = await openRelease(target);
    try {
      const { definition, sums, register } = evidenceIn(folder, pointer);
      const { totals } = await sums();
      return { definition: await definition(), totals, stations: stationsByArea(await register()) };
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof ReleaseDefect)) throw error;
    throw new UsageError(
      `${target} is not a whole release: ${error.message}. See \`sailau verify ${target}\`.`,
    );
  }
}
