import type { Row } from '../../../../functions/publish/write/csv.ts';

export type ResultsRow = Row<'results'>;

/** The rows of one protocol; a count that is left out is missing. */
export function protocolRows(
  contest: string,
  area: string,
  station: string | null,
  counts: Readonly<Record<string, number>>,
): ResultsRow[] {
  const named = new Set(['registered', 'issued', 'cast', 'invalid', 'valid']);
  return Object.entries(counts).map(([name, count]) => ({
    contest,
    area,
    station,
    measure: named.has(name) ? name : 'votes',
    option: named.has(name) ? null : name,
    count,
    source: 'S1',
    upload: 'results/list/all.csv',
  }));
}
