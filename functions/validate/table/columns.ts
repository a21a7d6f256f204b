import type { Column, ColumnPlace } from '../../model/generated/election.ts';
import { type ColumnReader, cellAt } from './layout.ts';
import { type Places, placeName } from './places.ts';

/** Reads a column as the mapping describes it; `missing` when a column that it names is not there (which has been reported). */
export function columnReader(column: Column, places: Places): ColumnReader | 'missing' {
  if (typeof column !== 'object' || 'like' in column) return placeReader(column, places);
  if ('value' in column) return { label: column.value, read: () => column.value };
  if ('join' in column) {
    const parts = column.join.map((place) => placeReader(place, places));
    const readers = parts.filter((part) => part !== 'missing');
    if (readers.length < parts.length) return 'missing';
    return {
      label: readers.map(({ label }) => label).join(column.with),
      // Joined from empty cells only, the value is missing rather than a lone separator.
      read: (row) => {
        const cells = readers.map(({ read }) => read(row));
        return cells.every((cell) => cell === '') ? '' : cells.join(column.with);
      },
    };
  }
  const whole = placeReader(column.column, places);
  if (whole === 'missing') return 'missing';
  const values = new Map(column.values?.map(({ from, to }) => [from.trim(), to]));
  return {
    label: whole.label,
    read: (row) => {
      const part = partOf(whole.read(row), column.before, column.first);
      return values.get(part) ?? part;
    },
  };
}

function placeReader(place: ColumnPlace, places: Places): ColumnReader | 'missing' {
  const index = places.find(place);
  if (index === null) return 'missing';
  return { label: placeName(place), index, read: (row) => cellAt(row, index) };
}

function partOf(cell: string, before: string | undefined, first: number | undefined): string {
  let part = cell;
  if (before !== undefined) {
    const ends = [...before].map((character) => part.indexOf(character)).filter((at) => at !== -1);
    if (ends.length > 0) part = part.slice(0, Math.min(...ends));
  }
  if (first !== undefined) part = [...part].slice(0, first).join('');
  return part.trim();
}
