import { once } from '../../../functions/publish/verify/once.ts';
import { sha256 } from '../../../functions/publish/write/hash.ts';
import { checkedDocument, readText } from '../../release/documents.ts';
import type { ElectionFolder } from '../../release/election.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import { type ChainLink, chainFrom } from './chain.ts';

/** What lies around a release, and the hashes by which the others name it. */
export interface Surroundings {
  /** Text of latest.json from beside the release; null when it lies alone. */
  readonly pointer: string | null;
  /** The folder of its election; null when it lies alone. */
  readonly election: ElectionFolder | null;
  /** Text of the public key that whoever verifies has given; null when none was. */
  readonly key: string | null;
  /** SHA-256 of manifest.json, hexadecimal. */
  manifestHash(): Promise<string>;
  /** SHA-256 of each line of ledger.ndjson. */
  ledgerHashes(): Promise<readonly string[]>;
  /** The releases of the election from the one that latest.json names back to the first; null when this one lies alone. */
  chain(): Promise<readonly ChainLink[] | null>;
}

/** What lies around the release in a folder. */
export function surroundingsOf(
  folder: ReleaseFolder,
  pointer: string | null,
  election: ElectionFolder | null,
  key: string | null,
): Surroundings {
  return {
    pointer,
    election,
    key,
    manifestHash: once(async () => sha256(await readText(folder, 'manifest.json'))),
    ledgerHashes: once(async () =>
      (await readText(folder, 'ledger.ndjson'))
        .trimEnd()
        .split('\n')
        .map((line) => sha256(line)),
    ),
    chain: once(async () => {
      if (!election || pointer === null) return null;
      const { election: id, newest } = checkedDocument(pointer, 'latest.json', 'latest');
      return chainFrom(election, { election: id, ...newest });
    }),
  };
}
