import { type ContestId, isOptionId, type OptionId } from '../../model/ids.ts';
import { type BatchHeader, type BatchRecords, type Protocols, totalsOf } from '../../model/records/batch.ts';
import { type Field, isVotesField } from '../../model/records/protocol.ts';
import { byCodePoint } from '../../model/text/text.ts';

/** The contests and options that records refer to, in order of their ids: what a new definition must keep. */
export function referencesOf(records: BatchRecords): BatchHeader['references'] {
  const options = new Map<ContestId, Set<OptionId>>();
  const of = (contest: ContestId): Set<OptionId> => {
    const known = options.get(contest) ?? new Set<OptionId>();
    options.set(contest, known);
    return known;
  };
  if (records.kind === 'candidates')
    for (const { contest, option } of records.candidates) of(contest).add(option);
  if (records.kind === 'results')
    for (const { contest, values } of totalsOf(records.protocols)) addOptions(of(contest), values.keys());
  return [...options]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([contest, ids]) => ({ contest, options: [...ids].sort(byCodePoint) }));
}

/** The ids of the sources that records name, in their order: no number may lose where it comes from. */
export function sourcesOf(records: BatchRecords): string[] {
  // Most records share the same few texts, so these are taken apart once each.
  const texts = new Set(sourceTexts(records));
  const ids = new Set([...texts].flatMap((text) => text.split(';')).filter((id) => id !== ''));
  return [...ids].sort(byCodePoint);
}

function* sourceTexts(records: BatchRecords): Generator<string> {
  switch (records.kind) {
    case 'definition':
      return;
    case 'stations':
      for (const { source } of records.stations) yield source;
      return;
    case 'candidates':
      for (const { source } of records.candidates) yield source;
      return;
    case 'turnout':
      for (const { source } of records.turnout) yield source;
      return;
    case 'results':
      yield* protocolSources(records.protocols);
  }
}

function* protocolSources(protocols: Protocols): Generator<string> {
  if ('sources' in protocols) yield* protocols.sources;
  else for (const { values } of protocols) for (const { source } of values.values()) yield source;
}

function addOptions(options: Set<OptionId>, fields: Iterable<Field>): void {
  for (const field of fields) {
    const id = isVotesField(field) ? field.slice('votes:'.length) : '';
    if (isOptionId(id)) options.add(id);
  }
}
