import { isAreaId, isStationId, type StationId } from '../../model/ids.ts';
import { isCount, isString } from '../../model/json/shape.ts';
import type { AreaStations, StationIds } from '../../model/station-ids.ts';
import { corrupt, parseJson } from './shape.ts';

/*
 * A roll is cut into texts of at most `largestRoll` bytes. Each has lines of JSON, one an area: its id, then for each station how many characters it
 * begins with like the one before it in the line, and the rest of it ("front coding": Witten, Moffat and Bell, Managing Gigabytes, 4.1). Ids that
 * count up become the same few characters again and again, of which gzip leaves half a byte a station. Cut by what goes in, not by what comes out: the
 * same roll has as many texts whichever zlib compresses it, so that writing it again leaves none behind.
 */

/** Bytes that one text may have: even what cannot be compressed fits into an item. */
export const largestRoll = 300_000;

/** Packs a roll into texts. */
export function* encodeRoll(roll: StationIds): Generator<string> {
  let text = '';
  for (const { area, stations } of roll) {
    let line = JSON.stringify([area]).slice(0, -1);
    let before = '';
    for (const station of stations) {
      const entry = entryOf(before, station);
      if (text.length + line.length + entry.length + 2 > largestRoll) {
        yield `${text}${line}]\n`;
        text = '';
        line = `${JSON.stringify([area]).slice(0, -1)}${entryOf('', station)}`;
      } else line += entry;
      before = station;
    }
    text += `${line}]\n`;
  }
  if (text !== '') yield text;
}

/** Unpacks a text, area by area. Throws `StoreError` code `corrupt` when it is none; `where` names the item. */
export function* decodeRoll(text: string, where: string): Generator<AreaStations> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if (end < 0) throw corrupt(where, 'ends in the middle of a line');
    yield decodeLine(text.slice(start, end), where);
    start = end + 1;
  }
}

// Escaped, so that a character is a byte, and half of a surrogate pair survives.
function entryOf(before: string, station: string): string {
  let shared = 0;
  const most = Math.min(before.length, station.length);
  while (shared < most && before.charCodeAt(shared) === station.charCodeAt(shared)) shared += 1;
  return `,${shared},${escaped(station.slice(shared))}`;
}

function escaped(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function decodeLine(line: string, where: string): AreaStations {
  const parts = parseJson(line, where);
  if (!Array.isArray(parts)) throw corrupt(where, 'has a line that is no area');
  const area: unknown = parts[0];
  if (!isString(area) || !isAreaId(area)) throw corrupt(where, 'has a line that is no area');
  const stations: StationId[] = [];
  let before = '';
  for (let at = 1; at < parts.length; at += 2) {
    const station = stationOf(before, parts[at], parts[at + 1]);
    if (station === null)
      throw corrupt(where, `has a station that is none, the ${(at + 1) / 2}th of ${area}`);
    stations.push(station);
    before = station;
  }
  return { area, stations };
}

function stationOf(before: string, shared: unknown, rest: unknown): StationId | null {
  if (!isCount(shared) || shared > before.length || !isString(rest)) return null;
  const station = before.slice(0, shared) + rest;
  return isStationId(station) ? station : null;
}
