import type { Results } from '../../model/generated/results.ts';
import { isVotesField, type MergedProtocol } from '../../model/protocol.ts';
import { statusOf } from '../figures/status.ts';
import type { Release } from '../release.ts';
import { blocks } from '../write/blocks.ts';
import { documentFile } from './file.ts';
import { measuresOf } from './tables/results.ts';

/** results.json: the protocols, one object a station on a line of its own. Its shape is schemas/results.schema.json. */
export const resultsJson = documentFile({
  path: 'results.json',
  mediaType: 'application/json',
  description:
    'The protocols, one object a station (or area), with counts, votes by option, sources and uploads.',
  content: ({ release }) => blocks(pages(release)),
});

async function* pages(release: Release): AsyncGenerator<Iterable<string>> {
  const { definition, version, records } = release;
  const head: Omit<Results, 'protocols'> = {
    election: definition.id,
    version,
    revision: release.state.revision,
    status: statusOf(release).status,
    synthetic: definition.synthetic !== undefined,
  };
  yield [`${JSON.stringify(head).slice(0, -1)},"protocols":[\n`];
  let separator = '';
  for (const contest of definition.contests) {
    const fields = measuresOf(contest);
    for await (const protocols of records.protocols(contest.id)) {
      yield protocols.map((protocol, index) => {
        const before = index === 0 ? separator : ',\n';
        return before + JSON.stringify(protocolObject(protocol, fields));
      });
      if (protocols.length > 0) separator = ',\n';
    }
  }
  yield ['\n]}\n'];
}

/** A protocol as results.json shows it, and as the log records it. */
export function protocolObject(
  { contest, area, station, values }: MergedProtocol,
  fields: ReturnType<typeof measuresOf>,
): Results['protocols'][number] {
  const counts: [string, number][] = [];
  const votes: [string, number][] = [];
  const sources = new Set<string>();
  const uploads = new Set<string>();
  for (const { field, measure, option } of fields) {
    const value = values.get(field);
    if (!value) continue;
    if (isVotesField(field) && option !== null) votes.push([option, value.count]);
    else counts.push([measure, value.count]);
    uploads.add(value.upload);
    for (const source of value.source.split(';')) if (source !== '') sources.add(source);
  }
  return {
    contest,
    area,
    station,
    counts: Object.fromEntries(counts),
    votes: Object.fromEntries(votes),
    sources: [...sources],
    uploads: [...uploads],
  };
}
