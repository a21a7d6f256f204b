import type { Release } from '../release.ts';

/** How far down the report goes: the standard's ReportDetailLevel. */
export type DetailLevel = 'precinct-level' | 'summary-contest';

/**
 * Up to this many stations the report has the counts of each. The standard puts them under every option, so the protocols of a
 * contest are held in memory to be turned round; and a million stations would make a document of a gigabyte that nobody can parse.
 * Kazakhstan has ten thousand.
 */
export const mostStations = 20_000;

/** Station by station where a register names stations and they are not too many, else area by area. */
export function detailLevel({ stations }: Pick<Release, 'stations'>): DetailLevel {
  const count = stations.values().reduce((sum, here) => sum + here, 0);
  return count > 0 && count <= mostStations ? 'precinct-level' : 'summary-contest';
}
