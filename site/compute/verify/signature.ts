import {
  readPublicKey,
  readSignature,
  shownKeyId,
  verifyMinisign,
} from '../../../functions/publish/verify/signature/minisign.ts';
import { attempted, needed, type ReadFile, textOf } from './read.ts';
import { type Established, LeftOpen, NotVerified } from './step.ts';
import type { Sums } from './sums.ts';

/** A public key, and whether the reader brought it or it lies on the site. */
export interface KnownKey {
  readonly text: string;
  readonly own: boolean;
  readonly publicKey: Uint8Array;
}

/** A release: its election and version, and the folder it lies in, with a slash at the end. */
export interface ReleaseName {
  readonly election: string;
  readonly version: string;
  readonly folder: string;
}

/**
 * The key to check a release by: the one that the reader has given, else that of the site by which the release is signed; null where the release is
 * not signed and no key is known. Throws NotVerified.
 */
export async function keyOf(
  read: ReadFile,
  { folder }: ReleaseName,
  given: string | null,
): Promise<KnownKey | null> {
  if (given !== null) return known(given, true, null);
  const signature = await attempted(read, `${folder}SHA256SUMS.minisig`);
  const signed = signature && readSignature(textOf(signature, 'SHA256SUMS.minisig'));
  const key = await siteKey(read);
  if (!signed || (key && shownKeyId(signed.keyId) === shownKeyId(idOf(key)))) return key;
  // After a change of keys the one before stays under its id.
  const file = `keys/${shownKeyId(signed.keyId)}.pub`;
  const former = await attempted(read, file);
  return former ? known(textOf(former, file), false, file) : key;
}

/** The key that the site has now; null where it has none. Throws NotVerified where it is none. */
export async function siteKey(read: ReadFile): Promise<KnownKey | null> {
  const current = await attempted(read, 'minisign.pub');
  return current && known(textOf(current, 'minisign.pub'), false, 'minisign.pub');
}

/**
 * Whether SHA256SUMS is signed by the key, for this election and version: so nobody can pass off another release as this one. Throws NotVerified where
 * it is not, LeftOpen where nobody signs here or the browser knows no Ed25519.
 */
export async function signatureHolds(
  read: ReadFile,
  { election, version, folder }: ReleaseName,
  sums: Sums,
  key: KnownKey | null,
): Promise<Established> {
  if (!key) throw new LeftOpen({ code: 'unsigned' });
  const file = `${folder}SHA256SUMS.minisig`;
  const signature = textOf(await needed(read, file), file);
  const verdict = await checkable(() => verifyMinisign(sums.bytes, signature, key.text));
  if (!verdict.holds) throw new NotVerified({ code: 'signature-wrong', file, reason: verdict.reason });
  const { trustedComment: comment } = verdict;
  const words = new Set(comment.split('\t'));
  for (const expected of [`election:${election}`, `version:${version}`])
    if (!words.has(expected)) throw new NotVerified({ code: 'signed-as-another', expected, found: comment });
  return { code: 'signed', keyId: shownKeyId(idOf(key)), own: key.own, comment };
}

/** Runs a check of a signature. Throws LeftOpen in a browser that cannot check Ed25519 signatures, or on a page without https. */
export async function checkable<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof NotVerified || error instanceof LeftOpen) throw error;
    throw new LeftOpen({ code: 'browser-too-old' });
  }
}

function known(text: string, own: boolean, file: string | null): KnownKey {
  const key = readPublicKey(text.trim());
  if (!key) throw new NotVerified(file === null ? { code: 'no-key' } : { code: 'unreadable', file });
  return { text: text.trim(), own, publicKey: key.publicKey };
}

function idOf({ text }: KnownKey): Uint8Array {
  return readPublicKey(text)?.id ?? new Uint8Array();
}
