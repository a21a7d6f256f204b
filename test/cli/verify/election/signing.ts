import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  globalMessage,
  minisignKey,
  prehash,
  publicKeyText,
  signatureText,
} from '../../../../functions/publish/verify/signature/minisign.ts';
import type { Files } from './support.ts';
import { withFiles } from './support.ts';

/** A key to sign with, and its public half as minisign writes it. */
export interface TestKey {
  readonly publicKey: Uint8Array;
  readonly text: string;
  readonly secret: KeyObject;
}

export function aKey(): TestKey {
  const { publicKey, privateKey: secret } = generateKeyPairSync('ed25519');
  const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  return { publicKey: raw, text: publicKeyText(minisignKey(raw)), secret };
}

/** A `.minisig` file over `bytes`. */
export function minisigned(
  bytes: Uint8Array,
  trustedComment: string,
  { publicKey, secret }: TestKey,
): string {
  const { id: keyId } = minisignKey(publicKey);
  const signature = new Uint8Array(sign(null, prehash(bytes), secret));
  const globalSignature = new Uint8Array(sign(null, globalMessage(signature, trustedComment), secret));
  return signatureText({ keyId, signature, trustedComment, globalSignature });
}

/** The election with every release signed. */
export function signedElection(files: Files, key: TestKey): Files {
  const signatures = [...files].flatMap(([path, bytes]) => {
    const version = /^([^/]+)\/SHA256SUMS$/.exec(path)?.[1];
    const comment = `file:SHA256SUMS\telection:xx-2024\tversion:${version}`;
    return version === undefined ? [] : [[`${path}.minisig`, minisigned(bytes, comment, key)] as const];
  });
  return withFiles(files, Object.fromEntries(signatures));
}
