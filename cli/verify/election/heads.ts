import { readPublicKey, readSignature, shownKeyId } from '../../../functions/publish/verify/minisign.ts';
import { type Checkpoint, readCheckpoint, verifyCheckpoint } from '../../../functions/publish/verify/note.ts';
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
  const keys = await keysOf(around, version);
  const checkpoint = readCheckpoint(note);
  if (!checkpoint) throw defect(file, 'a checkpoint', 'another text');
  if (keys.length === 0) return checkpoint;
  const verdicts = await Promise.all(keys.map((key) => verifyCheckpoint(note, key)));
  const [first] = verdicts;
  if (verdicts.some(({ holds }) => holds)) return checkpoint;
  throw defect(file, 'a head of the log that is signed', first?.holds === false ? first.reason : '');
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

/** Who may have signed a head: the key that was given alone, else that of the release and that of the site. */
async function keysOf(around: Surroundings, version: string): Promise<Uint8Array[]> {
  const ofRelease = await publicKeyFor(around, version);
  if (around.key !== null || ofRelease === null) return ofRelease ? [ofRelease] : [];
  const ofSite = await keyFor('', null, around.election?.site ?? null);
  const now = ofSite && readPublicKey(ofSite.text)?.publicKey;
  return now ? [ofRelease, now] : [ofRelease];
}

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
