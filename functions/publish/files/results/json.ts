import type { Results } from '../../../model/generated/results.ts';
import { statusOf } from '../../figures/status.ts';
import type { Release } from '../../release.ts';
import { blocks } from '../../write/blocks.ts';
import type { Stream } from '../../write/shared.ts';
import type { PlannedFile } from '../file.ts';
import type { Page } from './results.ts';
import { protocolText } from './text.ts';

/** results.json: the protocols, one object a station on a line of its own. Its shape is schemas/results.schema.json. */
export function resultsJson(texts: Stream<readonly string[]>): PlannedFile {
  return {
    path: 'results.json',
    mediaType: 'application/json',
    description:
      'The protocols, one object a station (or area), with counts, votes by option, sources and uploads.',
    table: null,
    content: ({ release, failed }) => blocks(document(release, texts(failed))),
  };
}

/** The protocols page by page, each as the JSON object that results.json and results.ndjson have of it. */
export async function* protocolTexts(pages: AsyncIterable<Page>): AsyncGenerator<readonly string[]> {
  for await (const { protocols, layout } of pages)
    yield protocols.map((protocol) => protocolText(protocol, layout));
}

async function* document(
  release: Release,
  texts: AsyncIterable<readonly string[]>,
): AsyncGenerator<Iterable<string>> {
  const { definition, version, state } = release;
  const head: Omit<Results, 'protocols'> = {
    election: definition.id,
    version,
    revision: state.revision,
    status: statusOf(release).status,
    synthetic: definition.synthetic !== undefined,
  };
  yield [`${JSON.stringify(head).slice(0, -1)},"protocols":[`];
  let separator = '\n';
  for await (const page of texts) {
    yield page.map((text, index) => (index === 0 ? separator : ',\n') + text);
    if (page.length > 0) separator = ',\n';
  }
  yield ['\n]}\n'];
}
