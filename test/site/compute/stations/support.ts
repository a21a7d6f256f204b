import type { Row } from '../../../../functions/publish/write/csv.ts';
import { parquet } from '../../../../functions/publish/write/parquet.ts';
import type { Fetch } from '../../../../site/data/fetch.ts';
import { arrayBufferOf, collect, streamOf } from '../../../support/streams.ts';

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

/** results.parquet with these rows, by the writer of releases. */
export async function resultsParquet(rows: readonly ResultsRow[]): Promise<Uint8Array> {
  const release = { election: 'xx-2024', version: '1.0.0' };
  return new Uint8Array(
    arrayBufferOf(Buffer.concat(await collect(parquet('results', streamOf([rows]), release)))),
  );
}

/** A server of one file that knows ranges; what was asked for is in `asked`. */
export function rangeServer(bytes: Uint8Array): { readonly fetch: Fetch; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async fetch(_url, { headers }) {
      const range = new Headers(headers).get('range') ?? '';
      asked.push(range);
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
      const [start, end] = [Number(from), Number(to)];
      const part = bytes.slice(start, end + 1);
      return new Response(part, {
        status: 206,
        headers: { 'content-range': `bytes ${start}-${start + part.length - 1}/${bytes.length}` },
      });
    },
  };
}
