import type { AreaId } from '../../model/ids.ts';
import type { Protocol } from '../../model/records/protocol.ts';
import { fallFindings, vanishedFinding } from '../../model/rules/versions.ts';
import { type Current, type CurrentFile, headerOf } from '../current/current.ts';
import type { Findings } from '../findings.ts';
import type { Located } from '../readers/content.ts';

/** The former version of a file, and the areas that it reports. */
export interface Former {
  readonly file: CurrentFile;
  readonly areas: ReadonlySet<AreaId>;
}

/** The version of a file that this one replaces; null when it is the first. */
export async function formerVersion(file: string, current: Current): Promise<Former | null> {
  const former = current.files.get(file);
  if (former === undefined) return null;
  const { areas } = await headerOf(current, former);
  return { file: former, areas: new Set(areas.map(({ area }) => area)) };
}

/** What was there and is not, and what has become smaller, in an area that the new version reports. */
export async function compareVersions(
  located: Iterable<Located<Protocol>>,
  area: AreaId,
  former: Former | null,
  current: Current,
  findings: Findings,
): Promise<void> {
  if (former === null || !former.areas.has(area)) return;
  const here = new Map([...located].map((one) => [one.record.station, one]));
  for (const before of await protocolsOf(former, area, current)) {
    const now = here.get(before.station);
    if (now === undefined) findings.addAll([vanishedFinding(before)]);
    else {
      const { contest, station } = before;
      const where = { row: now.row, contest, area, ...(station !== null && { station }) };
      findings.addAll(fallFindings(before, now.record, where));
    }
  }
}

/** The protocols of areas that the new version does not report at all. */
export async function reportVanishedAreas(
  reported: ReadonlySet<AreaId>,
  former: Former | null,
  current: Current,
  findings: Findings,
): Promise<void> {
  if (former === null) return;
  for (const area of former.areas)
    if (!reported.has(area)) findings.addAll((await protocolsOf(former, area, current)).map(vanishedFinding));
}

function protocolsOf({ file }: Former, area: AreaId, current: Current): Promise<readonly Protocol[]> {
  return current.batches.protocols(current.election, file.batch, area);
}
