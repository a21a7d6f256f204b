import {
  readPublicKey,
  readSignature,
  shownKeyId,
} from '../../../functions/publish/verify/signature/minisign.ts';
import {
  type Checkpoint,
  readCheckpoint,
  verifyCheckpoint,
} from '../../../functions/publish/verify/signature/note.ts';
import { ReleaseDefect } from '../../release/defect.ts';
import { decoded } from '../../release/documents.ts';
import { type ElectionFolder, electionText } from '../../release/election.ts';
import { keyFor } from './key.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * A head of the log: signed by the key that signed the release, or by the key that the site has now, which signs the last head anew after a change
 * of keys; where one is known. Throws ReleaseDefect where it is missing, or is not.
 */
export async function headIn(
  around: Surroundings,
  election: ElectionFolder,
  file: string,
  version: string,
): Promise<Checkpoint> {
  const note = await electionText(election, file);
  if (note === null) throw defect(file, `the head of the log at release ${version}`, 'no such file');
  const checkpoint = readCheckpoint(note);
  if (!checkpoint) throw defect(file, 'a checkpoint', 'another text');
  const key = await publicKeyFor(around, version);
  if (key === null) return checkpoint;
  const verdict = await verifyCheckpoint(note, key);
  if (verdict.holds || (await isRenewed(around, note))) return checkpoint;
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

/** Whether the key that the site has now has signed a head; not where a key was given, which is the only one then. */
async function isRenewed({ key, election }: Surroundings, note: string): Promise<boolean> {
  if (key !== null) return false;
  const known = await keyFor('', null, election?.site ?? null);
  const now = known && readPublicKey(known.text)?.publicKey;
  return now ? (await verifyCheckpoint(note, now)).holds : false;
}

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
