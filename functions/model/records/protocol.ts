import type { AreaId, ContestId, OptionId, StationId } from '../ids.ts';

/** The counts that a protocol may state beside the votes, in the order of the files. */
export const countFields = [
  'registered',
  'issued',
  'cast',
  'invalid',
  'blank',
  'valid',
  'received',
  'unused',
  'absentee',
  'outside',
] as const;

/** A count of a protocol, as distinct from the votes of an option. */
export type CountField = (typeof countFields)[number];

/** One number of a protocol: a count, or the votes of an option. */
export type Field = CountField | `votes:${OptionId}`;

/** A whole number from 0 to 2^53 − 1, and the ids of its sources separated by semicolons (empty: not stated). */
export interface Value {
  readonly count: number;
  readonly source: string;
}

/** What one upload says of one station (or, with `station` null, of one area as a whole) in one contest. */
export interface Protocol {
  readonly contest: ContestId;
  readonly area: AreaId;
  readonly station: StationId | null;
  readonly values: ReadonlyMap<Field, Value>;
}

/** A value and the file it came from, as `results/list/national.csv`. */
export interface MergedValue extends Value {
  readonly upload: string;
}

/** All that the accepted uploads together say of one station (or area) in one contest. */
export interface MergedProtocol {
  readonly contest: ContestId;
  readonly area: AreaId;
  readonly station: StationId | null;
  readonly values: ReadonlyMap<Field, MergedValue>;
}

/** The field that holds the votes of `option`. */
export function votesField(option: OptionId): Field {
  return `votes:${option}`;
}

/** Whether `text` is the name of a count. */
export function isCountField(text: string): text is CountField {
  return countFields.some((field) => field === text);
}

/** Whether the field holds votes rather than a count. */
export function isVotesField(field: Field): field is `votes:${OptionId}` {
  return field.startsWith('votes:');
}

/** Whether any votes are stated: then the station counts as reported. */
export function hasVotes(values: ReadonlyMap<Field, unknown>): boolean {
  for (const field of values.keys()) if (isVotesField(field)) return true;
  return false;
}

/** The key that names a station within an election: contest and station, separated by `#`; an area as a whole has no station. */
export function protocolKey(protocol: Pick<Protocol, 'contest' | 'station'>): string {
  return `${protocol.contest}#${protocol.station ?? ''}`;
}

/** Merges what several uploads say of the same station. Values must not overlap: the validator has refused a file that repeats one. */
export function mergeProtocols(parts: readonly { upload: string; protocol: Protocol }[]): MergedProtocol {
  const [first] = parts;
  if (!first) throw new RangeError('nothing to merge');
  const { contest, area, station } = first.protocol;
  const values = new Map<Field, MergedValue>();
  for (const { upload, protocol } of parts)
    for (const [field, { count, source }] of protocol.values) values.set(field, { count, source, upload });
  return { contest, area, station, values };
}
