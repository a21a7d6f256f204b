import type { Sheet } from '../protocols/sheet.ts';
import type { Layout } from '../table/layout.ts';

/** What the cells of a row are, by position. */
export interface Plan {
  readonly width: number;
  /** Positions of single columns, −1 where the file has none. */
  readonly station: number;
  readonly area: number;
  readonly source: number;
  /** Long: both are there; wide: neither is. */
  readonly option: number;
  readonly votes: number;
  /** Columns of counts with their slots, in the order in which they are entered. */
  readonly counts: readonly NumberColumn[];
  /** Wide: columns of votes with their slots, in the order in which they are entered. */
  readonly options: readonly NumberColumn[];
  /** Columns that must be empty. */
  readonly blanks: readonly number[];
}

/** A column of numbers that has a slot of its own. */
export interface NumberColumn {
  readonly index: number;
  readonly slot: number;
}

/** The plan of a layout; null where a column is not simply one cell, or one cell is two columns. */
export function planOf(layout: Layout, sheet: Sheet): Plan | null {
  const place = (name: string): number => {
    const column = layout.columns.get(name);
    return column === undefined ? -1 : (column.index ?? Number.NaN);
  };
  const [station, area, source] = [place('station'), place('area'), place('source')];
  const long = layout.layout === 'long';
  const [option, votes] = long ? [place('option'), place('votes')] : [-1, -1];
  const counts = [...sheet.countSlots].map(([field, slot]) => ({ index: place(field), slot }));
  const options = layout.options.flatMap(({ index, option: id }) => {
    const slot = sheet.optionSlots.get(id);
    return slot === undefined || long ? [] : { index, slot };
  });
  const used = [station, area, source, option, votes, ...[...counts, ...options].map(({ index }) => index)];
  const places = used.filter((index) => index !== -1);
  const simple = !places.some(Number.isNaN) && new Set(places).size === places.length;
  if (!simple || (long && (option === -1 || votes === -1))) return null;
  const { width, blanks } = layout;
  return { width, station, area, source, option, votes, counts, options, blanks };
}
