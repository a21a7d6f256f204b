import { remembering } from '../../../functions/publish/verify/prove.ts';
import type { Checkpoint } from '../../../functions/publish/verify/signature/note.ts';
import { checkedDocument } from '../../release/documents.ts';
import { electionText } from '../../release/election.ts';
import { headIn } from '../election/heads.ts';
import type { ReadLog } from '../election/log.ts';
import type { Evidence } from '../evidence.ts';
import { type ProtocolProof, provedInclusion } from './proof.ts';
import type { PublishedProtocol } from './records.ts';
import { type LogEnd, placeOf, readEnd } from './search.ts';

/** What the log of an election says of the protocols of one station, as of a release. */
export interface StationLog {
  readonly version: string;
  /** The head of the log when the release was published. */
  readonly head: Checkpoint;
  /** The head of the log now. */
  readonly now: Checkpoint;
  /** Reads a file of the log, each once. */
  readonly read: ReadLog;
  readonly end: LogEnd;
  /** One a protocol, in their order. */
  readonly proofs: readonly ProtocolProof[];
}

/**
 * Finds the protocols in the log, and proves that they are in it; null where no log lies beside. Read are the heads, the bundles from the end back to
 * the protocols, and the tiles of the proofs. Throws ReleaseDefect where the log does not have them, or is not as its head says.
 */
export async function stationLog(
  evidence: Evidence,
  protocols: readonly PublishedProtocol[],
): Promise<StationLog | null> {
  const { election, pointer } = evidence;
  if (!election || pointer === null) return null;
  if ((await electionText(election, 'log/checkpoint')) === null && !election.asked) return null;
  const { version } = await evidence.manifest();
  const latest = checkedDocument(pointer, 'latest.json', 'latest').newest.version;
  const head = await headIn(evidence, election, `log/checkpoints/${version}`, version);
  const now = await headIn(evidence, election, 'log/checkpoint', latest);
  const read = remembering((path) => election.document(`log/${path}`));
  const end = await readEnd(read, head.size, protocols);
  const proofs: ProtocolProof[] = [];
  for (const protocol of protocols)
    proofs.push(await provedInclusion(read, head, protocol, end.entries.get(placeOf(protocol))));
  return { version, head, now, read, end, proofs };
}
