import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, KMSServiceException, SignCommand } from '@aws-sdk/client-kms';
import { type Signer, StoreError } from '../store.ts';

/** A key of KMS: its ARN or id, and what the installation is called. Both come from the environment, and may be missing there. */
export interface SigningKey {
  readonly client: KMSClient;
  readonly key: string | undefined;
  readonly name: string | undefined;
}

/**
 * Signs with a key of KMS: `ECC_NIST_EDWARDS25519`, `ED25519_SHA_512` over the raw message. That is the Ed25519 of RFC 8032, whose
 * signatures follow from key and message alone (FIPS 186-5, section 7.6). The public key is asked for once a process.
 */
export function kmsSigner({ client, key, name = 'sailau' }: SigningKey): Signer {
  let known: Promise<Uint8Array> | undefined;
  const fetchKey = async (): Promise<Uint8Array> => {
    const reply = await client.send(new GetPublicKeyCommand({ KeyId: required(key) }));
    return rawKey(reply.PublicKey, required(key));
  };
  return {
    name,
    publicKey: () => {
      known ??= fetchKey().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },
    async sign(message) {
      const reply = await client.send(
        new SignCommand({
          KeyId: required(key),
          Message: message,
          MessageType: 'RAW',
          SigningAlgorithm: 'ED25519_SHA_512',
        }),
      );
      if (reply.Signature?.length === 64) return reply.Signature;
      throw unusable(required(key), `gave a signature of ${reply.Signature?.length ?? 0} bytes, not 64`);
    },
  };
}

/** Whether KMS itself has refused: the key is disabled or to be deleted, a right is missing, the service is disturbed. */
export function isSigningFault(error: unknown): boolean {
  return error instanceof KMSServiceException;
}

/** The 32 bytes of a key that KMS gives as SubjectPublicKeyInfo (RFC 8410). */
function rawKey(der: Uint8Array | undefined, key: string): Uint8Array {
  if (!der) throw unusable(key, 'has no public key');
  const parsed = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  const { crv, x } = parsed.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || x === undefined) throw unusable(key, `is of the kind ${parsed.asymmetricKeyType}`);
  return new Uint8Array(Buffer.from(x, 'base64url'));
}

function required(key: string | undefined): string {
  if (key) return key;
  throw new StoreError(
    'configuration',
    'SIGNING_KEY is not set. It names the key of KMS that releases are signed with; the stack sets it for the publisher.',
  );
}

function unusable(key: string, what: string): StoreError {
  return new StoreError(
    'configuration',
    `The signing key ${key} ${what}. Releases need one of the key spec ECC_NIST_EDWARDS25519 for SIGN_VERIFY.`,
  );
}
