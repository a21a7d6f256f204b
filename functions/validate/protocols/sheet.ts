import type { Contest } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { type CountField, countFields, type Field, votesField } from '../../model/records/protocol.ts';
import type { Units } from '../references/units.ts';
import {
  emptyPage,
  type Page,
  pageBits,
  pageMask,
  pageSize,
  putSource,
  sourceAt,
  widenCounts,
  widenRows,
} from './page.ts';

/** The values of a file while it is being read: by unit (its number in `Units`) and slot (the place of a field in `fields`). */
export interface Sheet {
  readonly contest: Contest;
  readonly units: Units;
  /** The counts that the file has columns for, in the order of the model, then the options in the order of the contest. */
  readonly fields: readonly Field[];
  readonly countSlots: ReadonlyMap<CountField, number>;
  readonly optionSlots: ReadonlyMap<OptionId, number>;
  /** Notes that a row names a unit; gives the first row that does. */
  open(unit: number, row: number): number;
  /** Whether a row has named the unit. */
  opened(unit: number): boolean;
  /** Takes a value of an open unit, unless one stands there already: then it gives false. */
  put(unit: number, slot: number, count: number, source: number, row: number): boolean;
  /** The count of a value, −1 where none is stated. */
  count(unit: number, slot: number): number;
  /** The row of a value that is stated. */
  row(unit: number, slot: number): number;
  /** The number of a source text, the same for the same text. */
  source(text: string): number;
  /** The source text of a value that is stated. */
  sourceOf(unit: number, slot: number): string;
  /** The pages by number, undefined where no unit of one is named. */
  readonly pages: readonly (Page | undefined)[];
  readonly sources: readonly string[];
}

/** An empty sheet for a file with columns for these counts. */
export function sheetOf(contest: Contest, units: Units, hasCount: (field: CountField) => boolean): Sheet {
  const counts = countFields.filter(hasCount);
  const options = contest.options.map(({ id }) => id);
  const fields: Field[] = [...counts, ...options.map(votesField)];
  const slots = fields.length;
  const pages = new Array<Page | undefined>(Math.ceil(units.size / pageSize)).fill(undefined);
  const sources: string[] = [];
  const sourceNumbers = new Map<string, number>();
  const pageOf = (unit: number): Page => {
    const number = unit >>> pageBits;
    const known = pages[number];
    if (known !== undefined) return known;
    const page = emptyPage(slots);
    pages[number] = page;
    return page;
  };
  return {
    contest,
    units,
    fields,
    countSlots: new Map(counts.map((field, slot) => [field, slot])),
    optionSlots: new Map(options.map((option, index) => [option, counts.length + index])),
    open(unit, row) {
      const { first } = pageOf(unit);
      const known = first[unit & pageMask] ?? 0;
      if (known !== 0) return known;
      first[unit & pageMask] = row;
      return row;
    },
    opened: (unit) => (pages[unit >>> pageBits]?.first[unit & pageMask] ?? 0) !== 0,
    put(unit, slot, count, source, row) {
      const page = pages[unit >>> pageBits] ?? pageOf(unit);
      const at = (unit & pageMask) * slots + slot;
      if (page.counts[at] !== 0) return false;
      const distance = row - (page.first[unit & pageMask] ?? 0);
      if (count > page.most) widenCounts(page, count);
      if (distance > page.farthest) widenRows(page);
      page.counts[at] = count + 1;
      page.rows[at] = distance;
      if (page.sources !== source) putSource(page, at, source);
      return true;
    },
    count: (unit, slot) => (pageOf(unit).counts[(unit & pageMask) * slots + slot] ?? 0) - 1,
    row(unit, slot) {
      const { first, rows } = pageOf(unit);
      return (first[unit & pageMask] ?? 0) + (rows[(unit & pageMask) * slots + slot] ?? 0);
    },
    source(text) {
      const known = sourceNumbers.get(text);
      if (known !== undefined) return known;
      sourceNumbers.set(text, sources.length);
      return sources.push(text) - 1;
    },
    sourceOf: (unit, slot) => sources[sourceAt(pageOf(unit), (unit & pageMask) * slots + slot)] ?? '',
    pages,
    sources,
  };
}
