import type { Contest } from '../../model/generated/election.ts';
import { createFindings } from '../findings.ts';
import type { Register } from '../references/register.ts';
import type { UnitCells, UnitFinder } from '../references/units.ts';
import { sameBytes } from './hash.ts';
import { spellings } from './spellings.ts';

/** Where the cells of station and area stand in a row; a column that is not there is an empty cell. */
export interface UnitPlaces {
  stationStart: number;
  stationEnd: number;
  areaStart: number;
  areaEnd: number;
}

/** The unit of a row, −1 where the row has to be read as text: the unit is not known, or what is said of it is wrong. */
export type ByteUnitFinder = (bytes: Buffer, places: UnitPlaces) => number;

/**
 * Finds units by the bytes of their cells. Whether a cell that names an area is right is asked of `find`, once for each spelling of an area: the
 * check is the same for all stations of one area.
 */
export function byteUnitFinder(
  contest: Contest,
  register: Register | null,
  find: UnitFinder,
): ByteUnitFinder {
  const silently = (cells: UnitCells): number | null => {
    const findings = createFindings();
    const unit = find(cells, { contest: contest.id }, findings);
    return findings.errors + findings.warnings === 0 ? unit : null;
  };
  return contest.reportedBy === 'station' && register !== null
    ? stationFinder(register, silently)
    : areaFinder(silently);
}

function stationFinder(register: Register, silently: (cells: UnitCells) => number | null): ByteUnitFinder {
  const { ids } = register;
  // By area, the last cell that was right for it.
  const right = new Array<Buffer | undefined>(register.areas.size).fill(undefined);
  let last = -1;
  return (bytes, { stationStart, stationEnd, areaStart, areaEnd }) => {
    // Files mostly have the stations in the order of the register.
    const next = last + 1;
    const unit =
      next < register.size && ids.is(next, bytes, stationStart, stationEnd)
        ? next
        : ids.find(bytes, stationStart, stationEnd);
    if (unit < 0) return -1;
    last = unit;
    const area = register.areaNumberOf(unit);
    const known = right[area];
    const length = areaEnd - areaStart;
    if (known?.length === length && sameBytes(known, 0, bytes, areaStart, length)) return unit;
    const cells = {
      station: bytes.toString('utf8', stationStart, stationEnd),
      area: bytes.toString('utf8', areaStart, areaEnd).trim(),
    };
    if (silently(cells) !== unit) return -1;
    right[area] = Buffer.from(bytes.subarray(areaStart, areaEnd));
    return unit;
  };
}

function areaFinder(silently: (cells: UnitCells) => number | null): ByteUnitFinder {
  const areas = spellings((cell) => silently({ station: '', area: cell.trim() }));
  return (bytes, { stationStart, stationEnd, areaStart, areaEnd }) => {
    if (stationStart !== stationEnd || areaStart === areaEnd) return -1;
    const spelling = areas.find(bytes, areaStart, areaEnd);
    return spelling < 0 ? -1 : areas.meaning(spelling);
  };
}
