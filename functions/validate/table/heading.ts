import type { Table } from '../../model/generated/election.ts';

/** The rows of a header, from 1. */
export interface HeaderSpan {
  readonly first: number;
  readonly last: number;
}

/** Where the mapping says that the header stands; the first row without one. */
export function headerSpan(mapping: Pick<Table, 'headerRow' | 'headerRows'> | null): HeaderSpan {
  const first = mapping?.headerRow ?? 1;
  return { first, last: first + (mapping?.headerRows ?? 1) - 1 };
}

/**
 * The labels of the columns from the rows of the header: those above one another, with a space between. In every row but the last a blank label goes on
 * with the one to its left, as merged cells do; a label that only repeats the one above it stands once.
 */
export function headingOf(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const filled = rows.map((row, index) =>
    index === rows.length - 1 ? row.map(plainLabel) : carried(row, width),
  );
  return Array.from({ length: width }, (_, column) => {
    const labels = filled.map((row) => row[column] ?? '').filter((label) => label !== '');
    return labels.filter((label, index) => label !== labels[index - 1]).join(' ');
  });
}

/** A label as it is compared and shown: line ends and runs of any spaces are one space, what cannot be seen is left out. */
export function plainLabel(label: string): string {
  return label
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function carried(row: readonly string[], width: number): string[] {
  let label = '';
  return Array.from({ length: width }, (_, column) => {
    label = plainLabel(row[column] ?? '') || label;
    return label;
  });
}
