import { isObject } from '../../../functions/model/json/json.ts';
import type { Place } from '../../../functions/publish/verify/entry.ts';
import { jsonOf } from './read.ts';
import { NotVerified } from './step.ts';

/** A protocol as areas/<area>.json has it, with its numbers by name. What else it states is kept: the log has it too. */
export interface PublishedProtocol extends Place {
  readonly counts: Readonly<Record<string, number>>;
  readonly votes: Readonly<Record<string, number>>;
}

/** The protocol of a contest and a station in the file of its area. Throws NotVerified where there is none. */
export function protocolIn(
  bytes: Uint8Array,
  file: string,
  { contest, area, station }: Place,
): PublishedProtocol {
  const value = jsonOf(bytes, file);
  const protocols: unknown[] = isObject(value) && Array.isArray(value.protocols) ? value.protocols : [];
  const found = protocols
    .filter(isProtocol)
    .find((one) => one.contest === contest && one.area === area && one.station === station);
  if (found) return found;
  throw new NotVerified({ code: 'no-protocol', file });
}

function isProtocol(value: unknown): value is PublishedProtocol {
  if (!isObject(value)) return false;
  const { contest, area, station, counts, votes } = value;
  const isPlaced = typeof contest === 'string' && typeof area === 'string';
  return (
    isPlaced && (station === null || typeof station === 'string') && areNumbers(counts) && areNumbers(votes)
  );
}

function areNumbers(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(Number.isSafeInteger);
}
