import { toBase64 } from '../../../functions/publish/verify/bytes.ts';
import { loggedText, type Place } from '../../../functions/publish/verify/entry.ts';
import { hashLeaf } from '../../../functions/publish/verify/merkle.ts';
import type { Checkpoint } from '../../../functions/publish/verify/note.ts';
import { verifyInclusion } from '../../../functions/publish/verify/proof.ts';
import { proveInclusion, type ReadLog } from '../../../functions/publish/verify/prove.ts';
import { NotVerified } from '../step.ts';
import type { LoggedEntry } from './entry.ts';

/** That an entry stands in a log, for whoever wants to check it again: hashes in Base64, as in checkpoints. */
export interface Proof {
  /** Place of the entry, from 0. */
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly leaf: string;
  /** The audit path (RFC 6962, section 2.1.1), from the leaf up. */
  readonly path: readonly string[];
}

/**
 * Proves that the log has the protocol, number by number as the release has it, under a head. Throws NotVerified where it has none, another, or where
 * its tiles do not lead to the root; LogUnreadable where one is missing.
 *
 * @param entry the newest entry for this contest, area and station
 */
export async function provedInclusion(
  read: ReadLog,
  { size, root }: Checkpoint,
  protocol: Place,
  entry: LoggedEntry | null,
): Promise<Proof> {
  if (!entry) throw new NotVerified({ code: 'not-logged', size });
  const { index, bytes } = entry;
  const found = new TextDecoder().decode(bytes);
  if (found !== loggedText(protocol))
    throw new NotVerified({ code: 'logged-otherwise', entry: index + 1, found });
  const leafHash = hashLeaf(bytes);
  const path = await proveInclusion(read, index, size);
  if (!verifyInclusion({ index, size, leafHash, root }, path))
    throw new NotVerified({ code: 'proof-wrong', entry: index + 1, size });
  return { index, size, root: toBase64(root), leaf: toBase64(leafHash), path: path.map(toBase64) };
}
