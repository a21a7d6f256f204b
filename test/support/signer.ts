import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '../../functions/store/store.ts';

/** A signer in memory whose Ed25519 key is made from a number, so that the same number always signs the same. */
export function signerOf(seed: number, name = 'example.org'): Signer {
  const { key, bytes } = keyOf(seed);
  return {
    name,
    publicKey: async () => new Uint8Array(bytes),
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
}

interface KeyPair {
  readonly key: KeyObject;
  /** Of the public key, 32. */
  readonly bytes: Uint8Array;
}

const known = new Map<number, KeyPair>();

// To read a key takes as long as a dozen signatures, and the sweeps open a store for each run.
function keyOf(seed: number): KeyPair {
  const pair = known.get(seed) ?? makeKey(seed);
  known.set(seed, pair);
  return pair;
}

function makeKey(seed: number): KeyPair {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { key, bytes: new Uint8Array(Buffer.from(x, 'base64url')) };
}
