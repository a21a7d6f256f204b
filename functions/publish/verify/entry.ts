import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson } from '../../model/json/json.ts';
import { hex, utf8 } from './bytes.ts';
import { longestEntry } from './tiles.ts';

/** What makes two entries of a log speak of the same protocol. */
export interface Place {
  readonly contest: string;
  readonly area: string;
  /** Null where the contest is reported by area. */
  readonly station: string | null;
}

/**
 * The entry that a log has of a protocol as the JSON files of a release have it (docs/verification.md): canonical JSON with the member `type`. One
 * that is too long for a bundle stands for itself by its SHA-256.
 */
export function loggedText(protocol: Place): string {
  const text = canonicalJson({ type: 'protocol', ...protocol });
  if (utf8(text).length <= longestEntry) return text;
  const { contest, area, station } = protocol;
  return canonicalJson({ type: 'protocol', contest, area, station, sha256: hex(sha256(utf8(text))) });
}
