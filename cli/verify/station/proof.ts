import { toBase64 } from '../../../functions/publish/verify/bytes.ts';
import { loggedText } from '../../../functions/publish/verify/entry.ts';
import { hashLeaf } from '../../../functions/publish/verify/merkle.ts';
import type { Checkpoint } from '../../../functions/publish/verify/note.ts';
import { verifyInclusion } from '../../../functions/publish/verify/proof.ts';
import { LogUnreadable, proveInclusion } from '../../../functions/publish/verify/prove.ts';
import { ReleaseDefect, shown } from '../../release/defect.ts';

import type { ReadLog } from '../election/log.ts';
import type { PublishedProtocol } from './records.ts';
import { type LoggedEntry, placeOf } from './search.ts';

/** That a protocol stands in the log, for whoever wants to check it again: hashes in Base64, as in checkpoints. */
export interface InclusionProof {
  readonly contest: string;
  /** Place of its entry, from 0. */
  readonly index: number;
  /** Entries of the log at the release. */
  readonly size: number;
  readonly root: string;
  readonly leaf: string;
  /** The audit path (RFC 6962, section 2.1.1), from the leaf up. */
  readonly path: readonly string[];
}

/**
 * Proves that a protocol, number by number as the release has it, is an entry of the log under a checkpoint. Throws ReleaseDefect where it is not, or
 * where the tiles do not lead to the root.
 *
 * @param entry the newest of the log for this contest, area and station
 */
export async function provedInclusion(
  read: ReadLog,
  { size, root }: Checkpoint,
  protocol: PublishedProtocol,
  entry: LoggedEntry | undefined,
): Promise<InclusionProof> {
  const stated = `the entry of ${placeOf(protocol)} as the release has it`;
  if (!entry) throw defect('log/checkpoint', stated, 'none');
  const found = Buffer.from(entry.bytes).toString();
  if (found !== loggedText(protocol)) throw defect(`log entry ${entry.index + 1}`, stated, shown(found));
  const leafHash = hashLeaf(entry.bytes);
  const { index } = entry;
  const path = await readable(proveInclusion(read, index, size));
  if (!verifyInclusion({ index, size, leafHash, root }, path))
    throw defect(
      'log/tile',
      `hashes that lead from entry ${index + 1} to the root of the checkpoint`,
      'others',
    );
  return {
    contest: protocol.contest,
    index,
    size,
    root: toBase64(root),
    leaf: toBase64(leafHash),
    path: path.map(toBase64),
  };
}

/** What is computed from tiles. Throws ReleaseDefect where they are missing or too short. */
export async function readable<T>(computed: Promise<T>): Promise<T> {
  try {
    return await computed;
  } catch (error) {
    if (!(error instanceof LogUnreadable)) throw error;
    throw defect('log', 'the tiles that its checkpoint covers', error.message);
  }
}

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
