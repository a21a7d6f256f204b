import {
  globalMessage,
  minisignKey,
  prehash,
  publicKeyText,
  shownKeyId,
  signatureText,
} from '../verify/signature/minisign.ts';
import type { Signer } from './signer.ts';

/**
 * A `.minisig` file over `bytes`. The key signs the BLAKE2b-512 hash of the file, never the file: KMS takes no more than 4,096 bytes
 * of a raw message. The same key and bytes give the same file.
 *
 * @param trustedComment one line; it is signed too
 */
export async function minisign(signer: Signer, bytes: Uint8Array, trustedComment: string): Promise<string> {
  const { id: keyId } = minisignKey(await signer.publicKey());
  const signature = await signer.sign(prehash(bytes));
  const globalSignature = await signer.sign(globalMessage(signature, trustedComment));
  return signatureText({ keyId, signature, trustedComment, globalSignature });
}

/** The text of the public key for `minisign -p`, and its id as minisign shows it. */
export async function minisignPublicKey(signer: Signer): Promise<{ id: string; text: string }> {
  const key = minisignKey(await signer.publicKey());
  return { id: shownKeyId(key.id), text: publicKeyText(key) };
}
