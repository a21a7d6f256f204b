import { blocks } from '../../write/blocks.ts';
import type { Stream } from '../../write/shared.ts';
import type { PlannedFile } from '../file.ts';

/** results.ndjson: the objects of results.json, one a line and nothing around them, for programs that read line by line. */
export function resultsNdjson(texts: Stream<readonly string[]>): PlannedFile {
  return {
    path: 'results.ndjson',
    mediaType: 'application/x-ndjson',
    description: 'The protocols of results.json, one object a line (NDJSON).',
    table: null,
    content: ({ failed }) => blocks(lines(texts(failed))),
  };
}

async function* lines(texts: AsyncIterable<readonly string[]>): AsyncGenerator<Iterable<string>> {
  for await (const page of texts) yield page.map((text) => `${text}\n`);
}
