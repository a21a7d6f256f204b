import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { ServiceError, textIn } from '../aws-json.ts';
import type { JsonObject } from '../json.ts';

/** What KMS answers to a request, for the two operations that Sailau uses. `keys` are by ARN. Throws ServiceError. */
export function answer(
  keys: ReadonlyMap<string, KeyObject>,
  operation: string,
  input: JsonObject,
): JsonObject {
  const id = textIn(input, 'KeyId');
  const key = keys.get(id);
  if (key === undefined) throw new ServiceError('NotFoundException', `Key '${id}' does not exist`);
  const perform = operations.get(operation);
  if (perform === undefined)
    throw new ServiceError(
      'UnknownOperationException',
      `Only GetPublicKey and Sign run here, not ${operation}`,
    );
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
  const message = Buffer.from(textIn(input, 'Message'), 'base64');
  if (message.length < 1 || message.length > longestMessage)
    throw new ServiceError(
      'ValidationException',
      `A message has 1 to ${longestMessage} bytes, not ${message.length}`,
    );
  if (textIn(input, 'SigningAlgorithm') !== 'ED25519_SHA_512' || (input.MessageType ?? 'RAW') !== 'RAW')
    throw new ServiceError('ValidationException', 'Only ED25519_SHA_512 with the message type RAW runs here');
  return { Signature: sign(null, message, key).toString('base64'), SigningAlgorithm: 'ED25519_SHA_512' };
}
