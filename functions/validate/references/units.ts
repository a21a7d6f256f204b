import type { Where } from '../../model/finding.ts';
import type { Contest } from '../../model/generated/election.ts';
import { type AreaId, isStationId, type StationId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/text/text.ts';
import { type Findings, shown, shownList } from '../findings.ts';
import { nearestShown } from '../spelling/nearest.ts';
import { areaIds, type Book, reportingAreas } from './book.ts';
import type { Register } from './register.ts';

/** Who may report in a contest, numbered from 0 in order of area, then station. */
export interface Units {
  readonly size: number;
  areaOf(unit: number): AreaId;
  /** Null where areas report as a whole. */
  stationOf(unit: number): StationId | null;
}

/** The stations of the register, or the reporting areas. A contest that is reported by station has its register. */
export function unitsOf(contest: Contest, register: Register | null): Units {
  if (contest.reportedBy === 'station') return registerFor(contest, register);
  const areas = reportingAreas(contest).toSorted(byCodePoint);
  return { size: areas.length, areaOf: (unit) => areas[unit] ?? contest.area, stationOf: () => null };
}

/** The cells of a row that say who reports, trimmed; empty when missing. */
export interface UnitCells {
  readonly area: string;
  readonly station: string;
}

/** Finds who reports in a row of results, by number; null after it has reported what is wrong. */
export type UnitFinder = (cells: UnitCells, where: Where, findings: Findings) => number | null;

/** The finder for a contest. A contest that is reported by station has its register. */
export function unitFinder(contest: Contest, book: Book, registered: Register | null): UnitFinder {
  if (contest.reportedBy === 'area') {
    const expected = reportingAreas(contest).toSorted(byCodePoint);
    return (cells, where, findings) => areaUnit({ contest, book, expected }, cells, where, findings);
  }
  const register = registerFor(contest, registered);
  let parts: Map<AreaId, AreaId | null> | undefined;
  const unregistered = (area: AreaId) => {
    parts ??= unregisteredParts(contest.area, book, register);
    return parts.get(area) ?? null;
  };
  return (cells, where, findings) =>
    stationUnit({ contest, book, register, unregistered }, cells, where, findings);
}

function registerFor(contest: Contest, register: Register | null): Register {
  if (register !== null) return register;
  throw new RangeError(`contest ${contest.id} is reported by station and has no register`);
}

/** What an area is looked up in. */
interface Reporting {
  readonly contest: Contest;
  readonly book: Book;
  /** The areas that report, in the order of their numbers. */
  readonly expected: readonly AreaId[];
}

function areaUnit(
  { contest, book, expected }: Reporting,
  cells: UnitCells,
  where: Where,
  findings: Findings,
): number | null {
  if (cells.station !== '')
    findings.add('station-unexpected', { ...where, column: 'station' }, { station: shown(cells.station) });
  if (cells.area === '') findings.add('cell-missing', { ...where, column: 'area' });
  const area = cells.area === '' ? null : knownArea(book, cells.area, where, findings);
  if (area === null || !inContest(contest, book, area, where, findings)) return null;
  const unit = expected.indexOf(area);
  if (unit === -1) {
    const data = { contest: contest.id, area, known: shownList(reportingAreas(contest)) };
    findings.add('area-not-reporting', { ...where, column: 'area', area }, data);
    return null;
  }
  return cells.station === '' ? unit : null;
}

/** What a station is looked up in. */
interface Lookup {
  readonly contest: Contest;
  readonly book: Book;
  readonly register: Register;
  /** The first part of an area of which no station is registered, null when there is none. */
  readonly unregistered: (area: AreaId) => AreaId | null;
}

function stationUnit(
  { contest, book, register, unregistered }: Lookup,
  cells: UnitCells,
  where: Where,
  findings: Findings,
): number | null {
  const place: Where = { ...where, column: 'station' };
  const stated = cells.area === '' ? null : knownArea(book, cells.area, where, findings);
  if (cells.station === '') findings.add('cell-missing', place);
  else if (!isStationId(cells.station))
    findings.add('station-invalid', place, { value: shown(cells.station) });
  if (!isStationId(cells.station)) return null;
  const unit = register.numberOf(cells.station);
  if (unit === null) {
    reportUnknown(cells.station, stated ?? contest.area, { register, unregistered }, place, findings);
    return null;
  }
  const [station, area] = [register.stationOf(unit), register.areaOf(unit)];
  // A row may name a region where the register names the district in it.
  if (stated !== null && !book.tree.within(area, stated)) {
    findings.add('station-area-mismatch', { ...place, station }, { station, expected: area, area: stated });
    return null;
  }
  const there = inContest(contest, book, area, { ...where, station }, findings);
  return there && (stated !== null || cells.area === '') ? unit : null;
}

/** Says of a station that is in no register why that may be. */
function reportUnknown(
  station: string,
  area: AreaId,
  { register, unregistered }: Pick<Lookup, 'register' | 'unregistered'>,
  place: Where,
  findings: Findings,
): void {
  const alike = register.lookalike(station);
  const missing = unregistered(area);
  const value = shown(station);
  if (alike !== null) findings.add('code-lookalike', place, { value, nearest: alike });
  else if (missing !== null) findings.add('register-incomplete', place, { station: value, area: missing });
  else findings.add('station-unknown', place, { station: value, nearest: register.nearest(station) ?? '—' });
}

/**
 * For each area in `root`, the first part of it (or the area itself) of which the register has no station, null when there is none:
 * registers of several regions arrive one after the other, and a station that is not known may be in one that is still to come.
 */
function unregisteredParts(root: AreaId, { tree }: Book, { areas }: Register): Map<AreaId, AreaId | null> {
  const missing = new Map<AreaId, AreaId | null>();
  // From the end, so that every part is known before the area around it asks.
  for (const area of tree.subtree(root).toReversed()) {
    const parts = tree.children(area);
    const first = parts.map((part) => missing.get(part) ?? null).find((part) => part !== null);
    const has = areas.has(area) || tree.area(area)?.stations === 0;
    missing.set(area, has ? null : (first ?? (parts.length === 0 ? area : null)));
  }
  return missing;
}

function knownArea(book: Book, cell: string, where: Where, findings: Findings): AreaId | null {
  const area = book.area(cell);
  const alike = area === null ? book.areaLike(cell) : null;
  const place = { ...where, column: 'area' };
  if (alike !== null) findings.add('code-lookalike', place, { value: shown(cell), nearest: alike });
  else if (area === null)
    findings.add('area-unknown', place, { value: shown(cell), nearest: nearestShown(cell, areaIds(book)) });
  return area;
}

function inContest(contest: Contest, book: Book, area: AreaId, where: Where, findings: Findings): boolean {
  if (book.tree.within(area, contest.area)) return true;
  findings.add('area-outside', { ...where, column: 'area', area }, { area, expected: contest.area });
  return false;
}
