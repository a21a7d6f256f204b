import { blake2b } from '@noble/hashes/blake2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, fromBase64, hex, sameBytes, toBase64, utf8 } from '../bytes.ts';
import { fails, type Verdict } from '../verdict.ts';
import { publicKeyLength, signatureLength, verifyEd25519 } from './ed25519.ts';

/** A public key as minisign knows it. */
export interface MinisignKey {
  /** Eight bytes. They only help to find the key: what counts is the key itself. */
  readonly id: Uint8Array;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** A detached signature in minisign's format. */
export interface MinisignSignature {
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
  /** Signed too, so that it can be trusted once the signature holds. */
  readonly trustedComment: string;
  readonly globalSignature: Uint8Array;
}

/**
 * Checks a `.minisig` file: the signature over the BLAKE2b-512 hash of the file, then the one over signature and trusted comment.
 * Format: https://jedisct1.github.io/minisign/#signature-format. Only the prehashed form is taken, the one that minisign writes today.
 *
 * @param key the text of a `.pub` file that the reader has from somebody he trusts
 */
export async function verifyMinisign(
  file: Uint8Array,
  signature: string,
  key: string,
): Promise<Verdict<{ readonly trustedComment: string }>> {
  const trusted = readPublicKey(key);
  if (!trusted)
    return fails('the public key is not one of minisign: two lines, a comment and 56 characters of Base64');
  const signed = readSignature(signature);
  if (!signed) return fails('the signature is not one of minisign: four lines, prehashed (ED)');
  const { keyId, signature: own, trustedComment, globalSignature } = signed;
  if (!sameBytes(keyId, trusted.id))
    return fails(`the signature is by key ${shownKeyId(keyId)}, not by ${shownKeyId(trusted.id)}`);
  if (!(await verifyEd25519(trusted.publicKey, prehash(file), own)))
    return fails('the file is not the one that was signed, or the key is another with the same id');
  if (!(await verifyEd25519(trusted.publicKey, globalMessage(own, trustedComment), globalSignature)))
    return fails('the trusted comment was changed');
  return { holds: true, trustedComment };
}

/** The public key in a `.pub` file, or in its second line alone; null when it is none. */
export function readPublicKey(text: string): MinisignKey | null {
  const lines = text.trimEnd().split('\n');
  const bytes = fromBase64((lines.length === 1 ? lines[0] : lines[1])?.trimEnd() ?? '');
  if (lines.length > 2 || bytes?.length !== 2 + 8 + publicKeyLength) return null;
  if (!sameBytes(bytes.subarray(0, 2), utf8('Ed'))) return null;
  return { id: bytes.slice(2, 10), publicKey: bytes.slice(10) };
}

/** The parts of a `.minisig` file; null when it is none, or of the form that signs the whole file without a hash. */
export function readSignature(text: string): MinisignSignature | null {
  const [untrusted, first, comment, second, ...rest] = text.trimEnd().split('\n');
  if (!untrusted?.startsWith('untrusted comment: ') || !comment?.startsWith(trustedPrefix)) return null;
  const bytes = fromBase64(first ?? '');
  const globalSignature = fromBase64(second ?? '');
  if (rest.length > 0 || bytes?.length !== 2 + 8 + signatureLength) return null;
  if (globalSignature?.length !== signatureLength || !sameBytes(bytes.subarray(0, 2), utf8('ED')))
    return null;
  const trustedComment = comment.slice(trustedPrefix.length);
  return { keyId: bytes.slice(2, 10), signature: bytes.slice(10), trustedComment, globalSignature };
}

/** A `.pub` file. */
export function publicKeyText({ id, publicKey }: MinisignKey): string {
  const bytes = concat(utf8('Ed'), id, publicKey);
  return `untrusted comment: minisign public key ${shownKeyId(id)}\n${toBase64(bytes)}\n`;
}

/** A `.minisig` file. */
export function signatureText(signed: MinisignSignature): string {
  const { keyId, signature, trustedComment, globalSignature } = signed;
  return [
    `untrusted comment: signature by key ${shownKeyId(keyId)}`,
    toBase64(concat(utf8('ED'), keyId, signature)),
    `${trustedPrefix}${trustedComment}`,
    toBase64(globalSignature),
    '',
  ].join('\n');
}

/**
 * The id of a key. Minisign draws it at random; here it is made from the key, the first eight bytes of its SHA-256, so that the same key
 * always has the same.
 */
export function minisignKey(publicKey: Uint8Array): MinisignKey {
  return { id: sha256(publicKey).slice(0, 8), publicKey };
}

/** A key id as minisign shows it: the bytes as a number, the lowest first. */
export function shownKeyId(id: Uint8Array): string {
  return hex(id.toReversed()).toUpperCase();
}

/** What the first signature is over: BLAKE2b-512 of the file (RFC 7693). */
export function prehash(file: Uint8Array): Uint8Array {
  return blake2b(file, { dkLen: 64 });
}

/** What the second signature is over: the first one, and the trusted comment. */
export function globalMessage(signature: Uint8Array, trustedComment: string): Uint8Array {
  return concat(signature, utf8(trustedComment));
}

const trustedPrefix = 'trusted comment: ';
