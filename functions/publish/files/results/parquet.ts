import type { Row } from '../../write/csv.ts';
import { parquetPieces } from '../../write/parquet.ts';
import type { Stream } from '../../write/shared.ts';
import type { PlannedFile } from '../file.ts';
import { resultRows } from '../tables/results.ts';
import { noteParts } from './parts.ts';
import type { Page } from './results.ts';

/** results.parquet: the rows of results.csv in the same order, for DuckDB, pandas, Arrow and the like. */
export function resultsParquet(pages: Stream<Page>): PlannedFile {
  return {
    path: 'results.parquet',
    mediaType: 'application/vnd.apache.parquet',
    description: 'The rows of results.csv as Apache Parquet, with typed columns.',
    table: null,
    content: ({ release, failed, resultsParts }) =>
      noteParts(parquetPieces('results', rows(pages(failed)), release, repeated), resultsParts),
  };
}

// All but the count: of each station there are a dozen rows.
const repeated = ['contest', 'area', 'station', 'measure', 'option', 'source', 'upload'] as const;

async function* rows(pages: AsyncIterable<Page>): AsyncGenerator<Iterable<Row<'results'>>> {
  for await (const { layout, protocols } of pages) yield resultRows(protocols, layout.measures);
}
