import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { JsonObject } from '../json.ts';

/** An error as KMS reports it: its name is the type in the reply. */
export class KmsError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** What KMS answers to a request, for the two operations that Sailau uses. `keys` are by ARN. Throws KmsError. */
export function answer(
  keys: ReadonlyMap<string, KeyObject>,
  operation: string,
  input: JsonObject,
): JsonObject {
  const id = text(input, 'KeyId');
  const key = keys.get(id);
  if (key === undefined) throw new KmsError('NotFoundException', `Key '${id}' does not exist`);
  const perform = operations.get(operation);
  if (perform === undefined)
    throw new KmsError('UnknownOperationException', `Only GetPublicKey and Sign run here, not ${operation}`);
  return { KeyId: id, ...perform(key, input) };
}

const operations: ReadonlyMap<string, (key: KeyObject, input: JsonObject) => JsonObject> = new Map([
  ['TrentService.GetPublicKey', getPublicKey],
  ['TrentService.Sign', signMessage],
]);

// A raw message has at most this many bytes (AWS KMS API Reference, Sign).
const longestMessage = 4096;

function getPublicKey(key: KeyObject): JsonObject {
  return {
    PublicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
    KeySpec: 'ECC_NIST_EDWARDS25519',
    KeyUsage: 'SIGN_VERIFY',
    SigningAlgorithms: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'],
  };
}

function signMessage(key: KeyObject, input: JsonObject): JsonObject {
  const message = Buffer.from(text(input, 'Message'), 'base64');
  if (message.length < 1 || message.length > longestMessage)
    throw new KmsError(
      'ValidationException',
      `A message has 1 to ${longestMessage} bytes, not ${message.length}`,
    );
  if (text(input, 'SigningAlgorithm') !== 'ED25519_SHA_512' || (input.MessageType ?? 'RAW') !== 'RAW')
    throw new KmsError('ValidationException', 'Only ED25519_SHA_512 with the message type RAW runs here');
  return { Signature: sign(null, message, key).toString('base64'), SigningAlgorithm: 'ED25519_SHA_512' };
}

function text(input: JsonObject, name: string): string {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  if (typeof value === 'string') return value;
  throw new KmsError('ValidationException', `${name} must be a text`);
}
