import type { Entries } from '../protocols/entries.ts';
import { type CellPlaces, cellPlaces, countIn, findCells, missing, notPlain } from './cells.ts';
import type { Plan } from './plan.ts';
import type { Spellings } from './spellings.ts';
import type { ByteUnitFinder } from './units.ts';

/** What rows are read with. */
export interface ByteContext {
  readonly plan: Plan;
  readonly entries: Entries;
  readonly unitOf: ByteUnitFinder;
  readonly sources: Spellings;
  readonly options: Spellings;
}

/** Reads one row cell by cell. */
export interface ByteRow extends CellPlaces {
  /**
   * Enters the row at `start`; gives where the next one begins, or −1 when anything in it is not as plain as can be: then nothing is done.
   */
  read(bytes: Buffer, start: number, row: number): number;
  /** Of the row last read: its unit, its source, and whether its counts were without a finding. */
  readonly unit: number;
  readonly source: number;
  readonly clean: boolean;
}

/** The reader of the rows of a plan. */
export function byteRow(context: ByteContext, delimiter: number): ByteRow {
  const { plan, entries } = context;
  const places = cellPlaces(plan.width);
  const { sheet } = entries;
  const long = plan.option !== -1;
  const numbers = numberCells(plan, places, entries);
  const named = namedCells(context, places);
  let clean = false;
  return {
    ...places,
    read(bytes, start, row) {
      const next = findCells(bytes, start, delimiter, places);
      if (next < 0 || !blanksFit(plan, places) || !numbers.fit(bytes) || !named.fit(bytes)) return -1;
      const { unit, source } = named;
      // A wide table has one row a unit: the reader of texts reports the second.
      if (!long && sheet.opened(unit)) return -1;
      sheet.open(unit, row);
      clean = numbers.enter(unit, source, row);
      if (long) entries.votes(unit, named.slot, numbers.votes, source, row);
      return next;
    },
    get unit() {
      return named.unit;
    },
    get source() {
      return named.source;
    },
    get clean() {
      return clean;
    },
  };
}

/** The cells of a row that hold numbers. */
function numberCells({ counts, options, votes }: Plan, { starts, ends }: CellPlaces, entries: Entries) {
  const columns = [...counts, ...options];
  const numbers = new Float64Array(columns.length);
  const numberAt = (bytes: Buffer, index: number) => countIn(bytes, starts[index] ?? 0, ends[index] ?? 0);
  let stated: number | null = null;
  return {
    /** Whether they are digits or empty; takes the numbers. */
    fit(bytes: Buffer): boolean {
      for (let column = 0; column < columns.length; column += 1) {
        const number = numberAt(bytes, columns[column]?.index ?? 0);
        if (number === notPlain) return false;
        numbers[column] = number;
      }
      const given = votes === -1 ? missing : numberAt(bytes, votes);
      stated = given === missing ? null : given;
      return given !== notPlain;
    },
    /** Enters counts and, of a wide row, votes; false when a count has given a finding. */
    enter(unit: number, source: number, row: number): boolean {
      let clean = true;
      for (let column = 0; column < columns.length; column += 1) {
        const [number, slot] = [numbers[column] ?? missing, columns[column]?.slot ?? 0];
        if (number === missing) continue;
        if (column >= counts.length) entries.votes(unit, slot, number, source, row);
        else if (!entries.count(unit, slot, number, source, row)) clean = false;
      }
      return clean;
    },
    /** The votes of a long row, null when they are missing. */
    get votes() {
      return stated;
    },
  };
}

/** The cells of a row that name something. */
function namedCells({ plan, entries, unitOf, sources, options }: ByteContext, { starts, ends }: CellPlaces) {
  const unitPlaces = { stationStart: 0, stationEnd: 0, areaStart: 0, areaEnd: 0 };
  const noSource = entries.sheet.source('');
  const named = {
    unit: -1,
    source: noSource,
    /** Of the option of a long row. */
    slot: 0,
    /** Whether all are known; takes what they mean. */
    fit(bytes: Buffer): boolean {
      unitPlaces.stationStart = starts[plan.station] ?? 0;
      unitPlaces.stationEnd = ends[plan.station] ?? 0;
      unitPlaces.areaStart = starts[plan.area] ?? 0;
      unitPlaces.areaEnd = ends[plan.area] ?? 0;
      named.unit = unitOf(bytes, unitPlaces);
      return named.unit >= 0 && sourceFits(bytes) && optionFits(bytes);
    },
  };
  const sourceFits = (bytes: Buffer): boolean => {
    if (plan.source === -1) return true;
    const spelling = sources.find(bytes, starts[plan.source] ?? 0, ends[plan.source] ?? 0);
    named.source = sources.meaning(spelling);
    return spelling >= 0;
  };
  const optionFits = (bytes: Buffer): boolean => {
    if (plan.option === -1) return true;
    const spelling = options.find(bytes, starts[plan.option] ?? 0, ends[plan.option] ?? 0);
    named.slot = options.meaning(spelling);
    return spelling >= 0;
  };
  return named;
}

function blanksFit({ blanks }: Plan, { starts, ends }: CellPlaces): boolean {
  for (const index of blanks) if (starts[index] !== ends[index]) return false;
  return true;
}
