import {
  type Checkpoint,
  readCheckpoint,
  verifyCheckpoint,
} from '../../../../functions/publish/verify/note.ts';
import { needed, type ReadFile, textOf } from '../read.ts';
import { checkable, type KnownKey } from '../signature.ts';
import { NotVerified } from '../step.ts';

/**
 * A head of the log of an election, once it is signed by the key; of one without a key only what it says. Throws NotVerified where it is missing, none, or
 * signed by another.
 *
 * @param name `checkpoint`, or `checkpoints/<version>`
 */
export async function headOf(
  read: ReadFile,
  folder: string,
  name: string,
  key: KnownKey | null,
): Promise<Checkpoint> {
  const file = `${folder}${name}`;
  const note = textOf(await needed(read, file), file);
  if (key) {
    const verdict = await checkable(() => verifyCheckpoint(note, key.publicKey));
    if (verdict.holds) return verdict;
    throw new NotVerified({ code: 'signature-wrong', file, reason: verdict.reason });
  }
  const checkpoint = readCheckpoint(note);
  if (checkpoint) return checkpoint;
  throw new NotVerified({ code: 'unreadable', file });
}
