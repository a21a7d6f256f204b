import { readPublicKey, readSignature, shownKeyId } from '../../../../functions/publish/verify/minisign.ts';
import {
  type Checkpoint,
  readCheckpoint,
  verifyCheckpoint,
} from '../../../../functions/publish/verify/note.ts';
import { counted } from '../../../outcome.ts';
import { ReleaseDefect } from '../../../release/defect.ts';
import { decoded } from '../../../release/documents.ts';
import { type ElectionFolder, electionText } from '../../../release/election.ts';
import type { Check } from '../../check.ts';
import type { Evidence } from '../../evidence.ts';
import { keyFor } from '../../key.ts';
import { auditLog, type LoggedRelease } from '../../log.ts';

/**
 * The log of the election holds every release of the chain, and each head goes on where the one before stood: nothing that was once published
 * has been taken back. Its heads are signed.
 */
export const log: Check = {
  name: 'log',
  async run(evidence) {
    const { election, chain } = evidence;
    const links = await chain();
    const note = election && (await election.document('log/checkpoint'));
    if (!election || !links || (note === null && !election.asked)) return { open: 'no log lies beside' };
    if (note === null)
      return {
        differs: { file: 'log/checkpoint', at: '', expected: 'the head of the log', found: 'no such file' },
      };
    const releases: LoggedRelease[] = [];
    for (const { manifest, hash } of links.toReversed()) {
      const { version } = manifest;
      const checkpoint = await headIn(evidence, election, `log/checkpoints/${version}`, version);
      releases.push({ version, manifest: hash, checkpoint });
    }
    const newest = links[0]?.manifest.version ?? '';
    const head = await headIn(evidence, election, 'log/checkpoint', newest);
    const size = await auditLog((path) => election.document(`log/${path}`), releases);
    if (head.size !== size) throw defect('log/checkpoint', `${size} entries`, String(head.size));
    const entries = size === 1 ? '1 entry' : `${size} entries`;
    const what = `${entries} of ${counted(releases.length, 'release')}, none taken back`;
    if (await publicKeyFor(evidence, newest)) return { holds: `${what}; every head is signed` };
    return { open: `${what}; who signed its heads only a key can tell` };
  },
};

/** A head of the log: signed by the key that signed the release, where that is known. */
async function headIn(
  evidence: Evidence,
  election: ElectionFolder,
  file: string,
  version: string,
): Promise<Checkpoint> {
  const note = await electionText(election, file);
  if (note === null) throw defect(file, `the head of the log at release ${version}`, 'no such file');
  const key = await publicKeyFor(evidence, version);
  if (key === null) {
    const checkpoint = readCheckpoint(note);
    if (checkpoint) return checkpoint;
    throw defect(file, 'a checkpoint', 'another text');
  }
  const verdict = await verifyCheckpoint(note, key);
  if (verdict.holds) return verdict;
  throw defect(file, 'a head of the log that is signed', verdict.reason);
}

async function publicKeyFor({ key, election }: Evidence, version: string): Promise<Uint8Array | null> {
  const file = `${version}/SHA256SUMS.minisig`;
  const bytes = await election?.document(file);
  const signed = bytes && readSignature(decoded(bytes, file));
  const known = await keyFor(signed ? shownKeyId(signed.keyId) : '', key, election);
  return (known && readPublicKey(known.text)?.publicKey) ?? null;
}

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
