import { isAreaId, isContestId, isOptionId, isStationId } from '../../model/ids.ts';
import { isCount, isString, listOf } from '../../model/json/shape.ts';
import {
  type Field,
  isCountField,
  isVotesField,
  type Protocol,
  type Value,
  votesField,
} from '../../model/records/protocol.ts';
import { corrupt, parseJson } from './shape.ts';

/*
 * A protocol is packed into one string: contest, area, station, then the values as field, count, field, count…, then the sources
 * (their texts once, and which text each value has where they differ). A map of votes would cost the SDK twice the time.
 */

/** Packs a protocol. The order of its values is kept. */
export function encodeProtocol({ contest, area, station, values }: Protocol): string {
  const counts: (string | number)[] = [];
  const sources = new Map<string, number>();
  const places: number[] = [];
  for (const [field, { count, source }] of values) {
    counts.push(encodeField(field), count);
    const place = sources.get(source) ?? sources.size;
    sources.set(source, place);
    places.push(place);
  }
  return JSON.stringify([
    contest,
    area,
    station,
    counts,
    [...sources.keys()],
    sources.size > 1 ? places : [],
  ]);
}

/** Unpacks a protocol. Throws `StoreError` code `corrupt` when it is none; `where` names the item. */
export function decodeProtocol(text: string, where: string): Protocol {
  const parts = parseJson(text, where);
  if (!Array.isArray(parts)) throw corrupt(where, 'is not a protocol');
  const [contest, area, station, counts, sources, places]: unknown[] = parts;
  const valid =
    isString(contest) && isContestId(contest) && isString(area) && isAreaId(area) && isStationOrNull(station);
  const listed = Array.isArray(counts) && isStrings(sources) && isCounts(places);
  if (!valid || !listed) throw corrupt(where, 'is not a protocol');
  return { contest, area, station, values: decodeValues(counts, sources, places, where) };
}

function decodeValues(
  counts: readonly unknown[],
  sources: readonly string[],
  places: readonly number[],
  where: string,
): Map<Field, Value> {
  const values = new Map<Field, Value>();
  for (let index = 0; index < counts.length; index += 2) {
    const field = decodeField(counts[index]);
    const count = counts[index + 1];
    const source = sources[places[index / 2] ?? 0];
    if (field === null || !isCount(count) || source === undefined)
      throw corrupt(where, `has a value that is none, the ${index / 2 + 1}th`);
    values.set(field, { count, source });
  }
  return values;
}

/** A field as it is stored: votes as `:<option>`, counts by their names. */
export function encodeField(field: Field): string {
  return isVotesField(field) ? field.slice('votes'.length) : field;
}

/** The field, or null when it is none. */
export function decodeField(text: unknown): Field | null {
  if (!isString(text)) return null;
  if (isCountField(text)) return text;
  const option = text.slice(1);
  return text.startsWith(':') && isOptionId(option) ? votesField(option) : null;
}

function isStationOrNull(value: unknown): value is Protocol['station'] {
  return value === null || (isString(value) && isStationId(value));
}

function isStrings(value: unknown): value is string[] {
  return listOf(isString)(value);
}

function isCounts(value: unknown): value is number[] {
  return listOf(isCount)(value);
}
