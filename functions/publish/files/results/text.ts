import type { MergedProtocol } from '../../../model/protocol.ts';
import type { Measure } from '../tables/results.ts';

/** In which order the texts of the protocols of a contest name its numbers. */
export interface Layout {
  /** In the order of the tables. */
  readonly measures: readonly Measure[];
  /** The number of each as it stands in the text: its name, a colon. */
  readonly names: readonly string[];
  /** Places among the measures. */
  readonly counts: readonly number[];
  readonly votes: readonly number[];
}

/** The order of the tables: counts, then votes as on the ballot. */
export function tableLayout(measures: readonly Measure[]): Layout {
  const places = [...measures.keys()];
  return {
    measures,
    names: measures.map((measure) => `${JSON.stringify(nameOf(measure))}:`),
    counts: places.filter((place) => measures[place]?.option === null),
    votes: places.filter((place) => measures[place]?.option !== null),
  };
}

/** The order of RFC 8785: by name, as JavaScript compares texts. */
export function canonicalLayout(measures: readonly Measure[]): Layout {
  const layout = tableLayout(measures);
  const name = (place: number) => nameOf(measures[place]);
  const byName = (a: number, b: number) => (name(a) < name(b) ? -1 : 1);
  return { ...layout, counts: layout.counts.toSorted(byName), votes: layout.votes.toSorted(byName) };
}

/**
 * A protocol as results.json, results.ndjson and areas/ have it (schemas/results.schema.json): what is not stated is not there. Written out, not
 * made into an object first, which takes several times as long.
 */
export function protocolText(protocol: MergedProtocol, layout: Layout): string {
  const { contest, area, station, counts, votes, sources, uploads } = membersOf(protocol, layout);
  return `{"contest":${contest},"area":${area},"station":${station},"counts":{${counts}},"votes":{${votes}},"sources":${sources},"uploads":${uploads}}`;
}

/** The same as canonical JSON with the member `type`, which is what the log hashes. Wants the canonical layout. */
export function canonicalProtocol(protocol: MergedProtocol, layout: Layout): string {
  const { contest, area, station, counts, votes, sources, uploads } = membersOf(protocol, layout);
  return `{"area":${area},"contest":${contest},"counts":{${counts}},"sources":${sources},"station":${station},"type":"protocol","uploads":${uploads},"votes":{${votes}}}`;
}

function nameOf(measure: Measure | undefined): string {
  return measure?.option ?? measure?.measure ?? '';
}

function membersOf({ contest, area, station, values }: MergedProtocol, layout: Layout) {
  const numbers: string[] = [];
  const sources = new Set<string>();
  const uploads = new Set<string>();
  let last: { readonly source: string; readonly upload: string } | undefined;
  for (const [place, { field }] of layout.measures.entries()) {
    const value = values.get(field);
    numbers.push(value ? `${layout.names[place]}${value.count}` : '');
    if (!value || (value.source === last?.source && value.upload === last.upload)) continue;
    last = value;
    uploads.add(value.upload);
    for (const source of value.source.split(';')) if (source !== '') sources.add(source);
  }
  return {
    contest: JSON.stringify(contest),
    area: JSON.stringify(area),
    station: JSON.stringify(station),
    counts: listed(numbers, layout.counts),
    votes: listed(numbers, layout.votes),
    sources: JSON.stringify([...sources]),
    uploads: JSON.stringify([...uploads]),
  };
}

function listed(numbers: readonly string[], places: readonly number[]): string {
  let text = '';
  for (const place of places) {
    const number = numbers[place];
    if (number) text += text === '' ? number : `,${number}`;
  }
  return text;
}
