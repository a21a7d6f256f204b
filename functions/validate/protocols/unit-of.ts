import type { Contest } from '../../model/generated/election.ts';
import type { Findings } from '../findings.ts';
import type { UnitFinder } from '../references/units.ts';
import type { Layout } from '../table/layout.ts';
import type { Sheet } from './sheet.ts';

/** The unit that a row belongs to, which it opens; null when there is none. */
export type UnitOf = (cells: readonly string[], row: number) => number | null;

/** Finds the unit of each row. What is wrong with a unit is reported once, however many rows name it. */
export function unitOfRow(
  layout: Layout,
  find: UnitFinder,
  contest: Contest,
  sheet: Sheet,
  findings: Findings,
): UnitOf {
  const stationColumn = layout.columns.get('station');
  const areaColumn = layout.columns.get('area');
  const reported = new Set<string>();
  let [lastStation, lastArea]: [string, string] = ['', ''];
  let lastUnit: number | null = null;
  return (cells, row) => {
    const station = stationColumn?.read(cells) ?? '';
    const area = areaColumn?.read(cells) ?? '';
    const named = station !== '' || area !== '';
    // Rows of one unit mostly follow one another.
    if (named && station === lastStation && area === lastArea) return lastUnit;
    const key = `${station}#${area}`;
    const unit =
      named && reported.has(key) ? null : find({ station, area }, { row, contest: contest.id }, findings);
    if (unit !== null) sheet.open(unit, row);
    else if (named && reported.size < mostReported) reported.add(key);
    [lastStation, lastArea, lastUnit] = [station, area, unit];
    return unit;
  };
}

// A hostile file may name another unknown unit in every row: beyond this one that comes again is reported again.
const mostReported = 1_000_000;
