import { toBase64 } from './bytes.ts';
import { hashLeaf } from './merkle.ts';
import { verifyInclusion } from './proof.ts';
import { proveInclusion, type ReadLog } from './prove.ts';
import type { Checkpoint } from './signature/note.ts';

/** That an entry stands in a log, for whoever wants to check it again: hashes in Base64, as in checkpoints. */
export interface InclusionProof {
  /** Place of the entry, from 0. */
  readonly index: number;
  /** Entries of the log under the checkpoint. */
  readonly size: number;
  readonly root: string;
  readonly leaf: string;
  /** The audit path (RFC 6962, section 2.1.1), from the leaf up. */
  readonly path: readonly string[];
}

/** Proves an entry under a checkpoint from the tiles of the log; null where they do not lead to the root. Throws LogUnreadable. */
export async function inclusionProof(
  read: ReadLog,
  { size, root }: Checkpoint,
  { index, bytes }: { readonly index: number; readonly bytes: Uint8Array },
): Promise<InclusionProof | null> {
  const leafHash = hashLeaf(bytes);
  const path = await proveInclusion(read, index, size);
  if (!verifyInclusion({ index, size, leafHash, root }, path)) return null;
  return { index, size, root: toBase64(root), leaf: toBase64(leafHash), path: path.map(toBase64) };
}
