import { concat } from '../bytes.ts';

/** Length of an Ed25519 public key. */
export const publicKeyLength = 32;

/** Length of an Ed25519 signature. */
export const signatureLength = 64;

/**
 * Whether `signature` is that of `message` under an Ed25519 public key of 32 bytes (RFC 8032, section 5.1.7). Uses Web Crypto, so that a
 * browser can run it.
 */
export async function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== publicKeyLength || signature.length !== signatureLength) return false;
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', concat(publicKey), 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', key, concat(signature), concat(message));
}
