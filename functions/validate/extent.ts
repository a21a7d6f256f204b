import type { AreaId, StationId } from '../model/ids.ts';
import type { Rejected } from '../model/ledger.ts';
import { byCodePoint } from '../model/text.ts';
import type { Findings } from './findings.ts';
import type { Content } from './readers/content.ts';

/**
 * The protocols that a file of results holds, by area, in order of the area ids: those that could be read, and those that a finding
 * has placed though nothing else of them could. Other files have none, and so has a file of which nothing could be read.
 */
export function protocolsIn(content: Content | null, findings: Findings): Rejected['areas'] {
  if (content?.kind !== 'results') return [];
  const units = new Map<AreaId, Set<StationId | null>>();
  const take = (area: AreaId, station: StationId | null) => {
    const known = units.get(area);
    if (known) known.add(station);
    else units.set(area, new Set([station]));
  };
  for (const { record } of content.protocols) take(record.area, record.station);
  for (const { where } of findings.kept)
    if (where.area !== undefined && (where.station !== undefined || content.contest.reportedBy === 'area'))
      take(where.area, where.station ?? null);
  return [...units]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([area, stations]) => ({ area, protocols: stations.size }));
}
