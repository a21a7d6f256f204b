import type { Contest } from '../../model/generated/election.ts';
import type { AreaId, StationId } from '../../model/ids.ts';
import type { Rejected } from '../../model/ledger.ts';
import { byCodePoint } from '../../model/text/text.ts';
import type { Findings } from '../findings.ts';
import type { Content } from '../readers/content.ts';

/**
 * The protocols that a file of results holds, by area, in order of the area ids: those that could be read, and those that a finding
 * has placed though nothing else of them could. Other files have none, and so has a file of which nothing could be read.
 */
export function protocolsIn(content: Content | null, findings: Findings): Rejected['areas'] {
  if (content?.kind !== 'results') return [];
  const placed = placedUnits(findings, content.contest.reportedBy);
  const areas = new Map(content.protocols.areas.map(({ area, records }) => [area, records]));
  for (const [area, units] of placed) {
    for (const { station } of content.protocols.inArea(area)) units.delete(station);
    areas.set(area, (areas.get(area) ?? 0) + units.size);
  }
  return [...areas].sort(([a], [b]) => byCodePoint(a, b)).map(([area, protocols]) => ({ area, protocols }));
}

/** The units that findings have placed, by area. */
function placedUnits(
  { kept }: Findings,
  reportedBy: Contest['reportedBy'],
): Map<AreaId, Set<StationId | null>> {
  const units = new Map<AreaId, Set<StationId | null>>();
  for (const { where } of kept) {
    const { area, station = null } = where;
    if (area === undefined || (station === null && reportedBy === 'station')) continue;
    const known = units.get(area) ?? new Set();
    units.set(area, known.add(station));
  }
  return units;
}
