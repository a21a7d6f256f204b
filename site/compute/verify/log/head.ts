import {
  type Checkpoint,
  readCheckpoint,
  verifyCheckpoint,
} from '../../../../functions/publish/verify/signature/note.ts';
import { needed, type ReadFile, textOf } from '../read.ts';
import { checkable, type KnownKey } from '../signature.ts';
import { NotVerified } from '../step.ts';

/**
 * A head of the log of an election, once it is signed by one of the keys; where there are none only what it says. Throws NotVerified where it is missing, none,
 * or signed by another.
 *
 * @param name `checkpoint`, or `checkpoints/<version>`
 */
export async function headOf(
  read: ReadFile,
  folder: string,
  name: string,
  keys: readonly KnownKey[],
): Promise<Checkpoint> {
  const file = `${folder}${name}`;
  const note = textOf(await needed(read, file), file);
  const checkpoint = readCheckpoint(note);
  if (!checkpoint) throw new NotVerified({ code: 'unreadable', file });
  let reason: string | null = null;
  for (const { publicKey } of keys) {
    const verdict = await checkable(() => verifyCheckpoint(note, publicKey));
    if (verdict.holds) return verdict;
    reason ??= verdict.reason;
  }
  if (reason !== null) throw new NotVerified({ code: 'signature-wrong', file, reason });
  return checkpoint;
}
