import type { MergedProtocol } from '../../../model/records/protocol.ts';
import type { Release } from '../../release.ts';
import { shared } from '../../write/shared.ts';
import type { FileKind } from '../file.ts';
import { measuresOf } from '../tables/results.ts';
import { csvBytes, resultsCsv } from './csv.ts';
import { resultsCsvGz } from './gzip.ts';
import { protocolTexts, resultsJson } from './json.ts';
import { resultsNdjson } from './ndjson.ts';
import { resultsParquet } from './parquet.ts';
import { type Layout, tableLayout } from './text.ts';

/** The protocols of one contest in one area. */
export interface Page {
  readonly layout: Layout;
  readonly protocols: readonly MergedProtocol[];
}

/**
 * The protocols as CSV, as the same compressed, as Parquet, JSON and NDJSON. All are made from one reading of the records, which
 * costs most where they lie in a database, and bytes that two files have in common are made once.
 */
export const resultsFiles: FileKind = (release) => {
  const pages = shared(() => pagesOf(release), 3);
  const csv = shared((failed) => csvBytes(pages(failed)), 2);
  const texts = shared((failed) => protocolTexts(pages(failed)), 2);
  return [
    resultsCsv(csv),
    resultsCsvGz(csv),
    resultsParquet(pages),
    resultsJson(texts),
    resultsNdjson(texts),
  ];
};

async function* pagesOf({ definition, records }: Release): AsyncGenerator<Page> {
  for (const contest of definition.contests) {
    const layout = tableLayout(measuresOf(contest));
    for await (const protocols of records.protocols(contest.id)) yield { layout, protocols };
  }
}
