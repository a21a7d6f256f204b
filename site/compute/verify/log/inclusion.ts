import { loggedText, type Place } from '../../../../functions/publish/verify/entry.ts';
import { type InclusionProof, inclusionProof } from '../../../../functions/publish/verify/inclusion.ts';
import type { ReadLog } from '../../../../functions/publish/verify/prove.ts';
import type { Checkpoint } from '../../../../functions/publish/verify/signature/note.ts';
import { NotVerified } from '../step.ts';
import type { LoggedEntry } from './entry.ts';

/**
 * Proves that the log has the protocol, number by number as the release has it, under a head. Throws NotVerified where it has none, another, or where
 * its tiles do not lead to the root; LogUnreadable where one is missing.
 *
 * @param entry the newest entry for this contest, area and station
 */
export async function provedInclusion(
  read: ReadLog,
  head: Checkpoint,
  protocol: Place,
  entry: LoggedEntry | null,
): Promise<InclusionProof> {
  const { size } = head;
  if (!entry) throw new NotVerified({ code: 'not-logged', size });
  const found = new TextDecoder().decode(entry.bytes);
  if (found !== loggedText(protocol))
    throw new NotVerified({ code: 'logged-otherwise', entry: entry.index + 1, found });
  const proof = await inclusionProof(read, head, entry);
  if (proof) return proof;
  throw new NotVerified({ code: 'proof-wrong', entry: entry.index + 1, size });
}
