import { loggedText } from '../../../functions/publish/verify/entry.ts';
import { type InclusionProof, inclusionProof } from '../../../functions/publish/verify/inclusion.ts';
import { LogUnreadable } from '../../../functions/publish/verify/prove.ts';
import type { Checkpoint } from '../../../functions/publish/verify/signature/note.ts';
import { ReleaseDefect, shown } from '../../release/defect.ts';
import type { ReadLog } from '../election/log.ts';
import type { PublishedProtocol } from './records.ts';
import { type LoggedEntry, placeOf } from './search.ts';

/** That a protocol of a contest stands in the log. */
export interface ProtocolProof extends InclusionProof {
  readonly contest: string;
}

/**
 * Proves that a protocol, number by number as the release has it, is an entry of the log under a checkpoint. Throws ReleaseDefect where it is not, or
 * where the tiles do not lead to the root.
 *
 * @param entry the newest of the log for this contest, area and station
 */
export async function provedInclusion(
  read: ReadLog,
  head: Checkpoint,
  protocol: PublishedProtocol,
  entry: LoggedEntry | undefined,
): Promise<ProtocolProof> {
  const stated = `the entry of ${placeOf(protocol)} as the release has it`;
  if (!entry) throw defect('log/checkpoint', stated, 'none');
  const found = Buffer.from(entry.bytes).toString();
  if (found !== loggedText(protocol)) throw defect(`log entry ${entry.index + 1}`, stated, shown(found));
  const proof = await readable(inclusionProof(read, head, entry));
  if (proof) return { contest: protocol.contest, ...proof };
  throw defect(
    'log/tile',
    `hashes that lead from entry ${entry.index + 1} to the root of the checkpoint`,
    'others',
  );
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
