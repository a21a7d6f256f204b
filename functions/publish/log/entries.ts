import type { Contest } from '../../model/generated/election.ts';
import { canonicalJson } from '../../model/json/json.ts';
import type { Entry, Published } from '../../model/ledger.ts';
import type { MergedProtocol } from '../../model/records/protocol.ts';
import { canonicalLayout, canonicalProtocol } from '../files/results/text.ts';
import { measuresOf } from '../files/tables/results.ts';
import { utf8 } from '../verify/bytes.ts';
import { longestEntry } from '../verify/tiles.ts';
import { sha256 } from '../write/hash.ts';

/**
 * Makes the entries of a log for protocols of a contest that are new or other than before: the object of results.json as canonical JSON, with
 * the member `type`. One that is longer than an entry may be stands for itself by its SHA-256.
 */
export function protocolEntries(contest: Contest): (protocol: MergedProtocol) => Uint8Array {
  const layout = canonicalLayout(measuresOf(contest));
  return (protocol) => {
    const text = canonicalProtocol(protocol, layout);
    const bytes = utf8(text);
    return bytes.length <= longestEntry ? bytes : hashEntry(protocol, text);
  };
}

/** The entry for a protocol that a correction has taken out. */
export function removedEntry({ contest, area, station }: MergedProtocol): Uint8Array {
  return utf8(canonicalJson({ type: 'removed', contest, area, station }));
}

/** The entry that ends what a release adds to the log: by the hash of its manifest it vouches for every file. */
export function releaseEntry({ election, version, revision, manifest }: Entry<Published>): Uint8Array {
  return utf8(canonicalJson({ type: 'release', election, version, revision, manifest }));
}

/** The version that an entry says is published; null when it is another entry. */
export function versionOf(entry: Uint8Array): string | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(entry));
    const isRelease =
      value !== null && typeof value === 'object' && 'type' in value && value.type === 'release';
    return isRelease && 'version' in value && typeof value.version === 'string' ? value.version : null;
  } catch {
    return null;
  }
}

function hashEntry({ contest, area, station }: MergedProtocol, text: string): Uint8Array {
  return utf8(canonicalJson({ type: 'protocol', contest, area, station, sha256: sha256(text) }));
}
