import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Signer } from '../../functions/store/store.ts';

/** A signer in memory whose Ed25519 key is made from a number, so that the same number always signs the same. */
export function signerOf(seed: number, name = 'example.org'): Signer {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    name,
    publicKey: async () => new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
}
