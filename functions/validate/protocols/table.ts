import type { AreaId } from '../../model/ids.ts';
import type { AreaTotals, ProtocolTable } from '../../model/records/batch.ts';
import type { Field, Protocol, Value } from '../../model/records/protocol.ts';
import type { Figures } from '../../model/rules/figures.ts';
import { figureReader } from './figures.ts';
import { pageBits, pageMask, sourceAt } from './page.ts';
import type { Sheet } from './sheet.ts';
import { addUnit, firstOptionOf, noSums, totalsFrom } from './totals.ts';

/** A record and the row that it begins in, for findings that come later. */
export interface Located<Item> {
  readonly record: Item;
  readonly row: number;
}

/** The protocols that a file has given, in order of area, then station. Units without any value have none. */
export interface ReadProtocols extends ProtocolTable {
  /** Those of an area with the rows that they begin in. */
  located(area: AreaId): Iterable<Located<Protocol>>;
  /** Shows the figures of each unit of an area, as if this file said all of it; they hold until the next are shown. */
  showFigures(area: AreaId, show: (figures: Figures, unit: number) => void): void;
  /** Where the protocol of a unit begins, and of which station it is. */
  placeOf(unit: number): Pick<Protocol, 'contest' | 'area' | 'station'> & { readonly row: number };
}

/** The protocols of a sheet that has been filled. */
export function protocolTable(sheet: Sheet): ReadProtocols {
  const extents = extentsOf(sheet);
  const unitsIn = (area: AreaId) => unitsBetween(sheet, extents.get(area));
  const placeOf: ReadProtocols['placeOf'] = (unit) => ({
    contest: sheet.contest.id,
    area: sheet.units.areaOf(unit),
    station: sheet.units.stationOf(unit),
    row: sheet.pages[unit >>> pageBits]?.first[unit & pageMask] ?? 0,
  });
  const areas = [...extents].map(([area, { records }]) => ({ area, records }));
  return {
    length: areas.reduce((sum, { records }) => sum + records, 0),
    areas,
    totals: () => [...extents].map(([area, extent]) => totalsIn(sheet, area, extent)),
    inArea: (area) => unitsIn(area).map((unit) => protocolOf(sheet, unit)),
    located: (area) =>
      unitsIn(area).map((unit) => ({ record: protocolOf(sheet, unit), row: placeOf(unit).row })),
    showFigures(area, show) {
      const read = figureReader(sheet);
      forEachUnit(sheet, extents.get(area), (unit) => show(read(unit), unit));
    },
    placeOf,
    sources: sourcesOf(sheet),
    *[Symbol.iterator]() {
      for (const { area } of areas) for (const unit of unitsIn(area)) yield protocolOf(sheet, unit);
    },
  };
}

/** The units of an area, from the first to behind the last, and how many of them have a value. */
interface Extent {
  readonly first: number;
  end: number;
  records: number;
}

/** Units are numbered by area, so those of an area stand together. */
function extentsOf(sheet: Sheet): Map<AreaId, Extent> {
  const extents = new Map<AreaId, Extent>();
  forEachUnit(sheet, { first: 0, end: sheet.units.size }, (unit) => {
    const area = sheet.units.areaOf(unit);
    const known = extents.get(area);
    if (known === undefined) extents.set(area, { first: unit, end: unit + 1, records: 1 });
    else {
      known.end = unit + 1;
      known.records += 1;
    }
  });
  return extents;
}

/** The units that have a value, one by one. */
function* unitsBetween(sheet: Sheet, extent: Pick<Extent, 'first' | 'end'> | undefined): Generator<number> {
  for (let unit = extent?.first ?? 0; unit < (extent?.end ?? 0); unit += 1)
    if (hasValue(sheet, unit)) yield unit;
}

/** The same for those who look at millions. */
function forEachUnit(
  sheet: Sheet,
  extent: Pick<Extent, 'first' | 'end'> | undefined,
  visit: (unit: number) => void,
): void {
  const { first, end } = extent ?? { first: 0, end: 0 };
  for (let unit = first; unit < end; unit += 1) if (hasValue(sheet, unit)) visit(unit);
}

function hasValue({ pages, fields }: Sheet, unit: number): boolean {
  const page = pages[unit >>> pageBits];
  if (page === undefined || page.first[unit & pageMask] === 0) return false;
  const start = (unit & pageMask) * fields.length;
  for (let at = start; at < start + fields.length; at += 1) if (page.counts[at] !== 0) return true;
  return false;
}

function protocolOf({ contest, units, pages, fields, sources }: Sheet, unit: number): Protocol {
  const values = new Map<Field, Value>();
  const page = pages[unit >>> pageBits];
  const start = (unit & pageMask) * fields.length;
  if (page !== undefined)
    for (const [slot, field] of fields.entries()) {
      const count = (page.counts[start + slot] ?? 0) - 1;
      if (count >= 0) values.set(field, { count, source: sources[sourceAt(page, start + slot)] ?? '' });
    }
  return { contest: contest.id, area: units.areaOf(unit), station: units.stationOf(unit), values };
}

function totalsIn(sheet: Sheet, area: AreaId, extent: Extent): AreaTotals {
  const sums = noSums(sheet.fields.length);
  const firstOption = firstOptionOf(sheet);
  forEachUnit(sheet, extent, (unit) => addUnit(sums, sheet, unit, firstOption));
  return totalsFrom(sums, sheet, area);
}

/** The source texts that any value has. */
function sourcesOf(sheet: Sheet): string[] {
  const sources = new Set<number>();
  for (const page of sheet.pages) {
    if (page === undefined) continue;
    if (typeof page.sources === 'number') sources.add(page.sources);
    else for (const [at, number] of page.sources.entries()) if (page.counts[at] !== 0) sources.add(number);
  }
  return [...sources].flatMap((number) => sheet.sources[number] ?? []);
}
