import type { Field, MergedProtocol, MergedValue } from '../../../model/records/protocol.ts';
import type { Measure } from '../tables/results.ts';

/** The measures of a contest as texts name them. */
export interface Layout {
  /** In the order of the tables. */
  readonly measures: readonly Measure[];
  /** In the order of the text, each with its name and a colon. */
  readonly named: readonly { readonly field: Field; readonly isVotes: boolean; readonly name: string }[];
  /** Where a number comes from, as text. */
  readonly originOf: (value: MergedValue) => Origins;
}

interface Origins {
  readonly sources: string;
  readonly uploads: string;
}

/** Numbers in the order of the tables: counts, then votes as on the ballot. */
export function tableLayout(measures: readonly Measure[]): Layout {
  return { measures, named: measures.map(named), originOf: remembered() };
}

/** Numbers in the order of RFC 8785: by name, as JavaScript compares texts. */
export function canonicalLayout(measures: readonly Measure[]): Layout {
  const byName = measures.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return { measures, named: byName.map(named), originOf: remembered() };
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

function named(measure: Measure): Layout['named'][number] {
  const name = `${JSON.stringify(nameOf(measure))}:`;
  return { field: measure.field, isVotes: measure.option !== null, name };
}

function nameOf({ measure, option }: Measure): string {
  return option ?? measure;
}

/** One protocol after the other is of the same file, so the last answer mostly does for the next. */
function remembered(): (value: MergedValue) => Origins {
  let last: { readonly value: MergedValue; readonly origins: Origins } | null = null;
  return (value) => {
    if (last && value.source === last.value.source && value.upload === last.value.upload) return last.origins;
    last = { value, origins: originsOf([value]) };
    return last.origins;
  };
}

function membersOf({ contest, area, station, values }: MergedProtocol, layout: Layout) {
  let counts = '';
  let votes = '';
  let first: MergedValue | undefined;
  let isOfOne = true;
  for (const { field, isVotes, name } of layout.named) {
    const value = values.get(field);
    if (!value) continue;
    if (isVotes) votes += `,${name}${value.count}`;
    else counts += `,${name}${value.count}`;
    first ??= value;
    isOfOne &&= value.source === first.source && value.upload === first.upload;
  }
  return {
    contest: JSON.stringify(contest),
    area: JSON.stringify(area),
    station: JSON.stringify(station),
    counts: counts.slice(1),
    votes: votes.slice(1),
    ...(first && isOfOne ? layout.originOf(first) : originsOf(statedOf(values, layout))),
  };
}

function statedOf(values: MergedProtocol['values'], { measures }: Layout): MergedValue[] {
  return measures.map(({ field }) => values.get(field)).filter((value) => value !== undefined);
}

function originsOf(values: readonly MergedValue[]): Origins {
  const sources = new Set(values.flatMap(({ source }) => source.split(';')));
  sources.delete('');
  return {
    sources: JSON.stringify([...sources]),
    uploads: JSON.stringify([...new Set(values.map(({ upload }) => upload))]),
  };
}
