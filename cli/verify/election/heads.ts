import { readPublicKey, readSignature, shownKeyId } from '../../../functions/publish/verify/minisign.ts';
import { type Checkpoint, readCheckpoint, verifyCheckpoint } from '../../../functions/publish/verify/note.ts';
import { ReleaseDefect } from '../../release/defect.ts';
import { decoded } from '../../release/documents.ts';
import { type ElectionFolder, electionText } from '../../release/election.ts';
import { keyFor } from './key.ts';
import type { Surroundings } from './surroundings.ts';

/** A head of the log: signed by the key that signed the release, where that is known. Throws ReleaseDefect where it is missing, or is not. */
export async function headIn(
  around: Surroundings,
  election: ElectionFolder,
  file: string,
  version: string,
): Promise<Checkpoint> {
  const note = await electionText(election, file);
  if (note === null) throw defect(file, `the head of the log at release ${version}`, 'no such file');
  const key = await publicKeyFor(around, version);
  if (key === null) {
    const checkpoint = readCheckpoint(note);
    if (checkpoint) return checkpoint;
    throw defect(file, 'a checkpoint', 'another text');
  }
  const verdict = await verifyCheckpoint(note, key);
  if (verdict.holds) return verdict;
  throw defect(file, 'a head of the log that is signed', verdict.reason);
}

/** The key by which a release is signed, and with it the head of the log; null where none is known. */
export async function publicKeyFor(
  { key, election }: Surroundings,
  version: string,
): Promise<Uint8Array | null> {
  const file = `${version}/SHA256SUMS.minisig`;
  const bytes = await election?.document(file);
  const signed = bytes && readSignature(decoded(bytes, file));
  const known = await keyFor(signed ? shownKeyId(signed.keyId) : '', key, election?.site ?? null);
  return (known && readPublicKey(known.text)?.publicKey) ?? null;
}

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
