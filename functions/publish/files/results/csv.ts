import { tables } from '../../../model/generated/tables.ts';
import type { MergedValue } from '../../../model/records/protocol.ts';
import { csvCell } from '../../../model/text/text.ts';
import { blocks } from '../../write/blocks.ts';
import { csvHeader } from '../../write/csv.ts';
import type { Stream } from '../../write/shared.ts';
import type { PlannedFile } from '../file.ts';
import type { Page } from './results.ts';

/** results.csv: every number of every protocol, by contest, area, station; counts first, then votes in ballot order. */
export function resultsCsv(bytes: Stream<Uint8Array>): PlannedFile {
  return {
    path: 'results.csv',
    mediaType: 'text/csv; charset=utf-8',
    description: tables.out.results.description,
    table: 'results',
    content: ({ failed }) => bytes(failed),
  };
}

/** The bytes of results.csv, those that `csv` of the rows would give at a third of the cost: of a dozen rows of a station few cells differ. */
export function csvBytes(pages: AsyncIterable<Page>): AsyncIterable<Uint8Array> {
  return blocks(lines(pages));
}

async function* lines(pages: AsyncIterable<Page>): AsyncGenerator<Iterable<string>> {
  yield [csvHeader('results')];
  for await (const page of pages) yield linesOf(page);
}

function* linesOf({ layout, protocols }: Page): Generator<string> {
  const middles = layout.measures.map(
    ({ field, measure, option }) => [field, `,${csvCell(measure)},${csvCell(option)},`] as const,
  );
  let last: MergedValue | undefined;
  let end = '';
  for (const { contest, area, station, values } of protocols) {
    const start = `${csvCell(contest)},${csvCell(area)},${csvCell(station)}`;
    let text = '';
    for (const [field, middle] of middles) {
      const value = values.get(field);
      if (!value) continue;
      if (value.source !== last?.source || value.upload !== last.upload)
        end = `,${csvCell(value.source)},${csvCell(value.upload)}\r\n`;
      last = value;
      text += start + middle + value.count + end;
    }
    yield text;
  }
}
