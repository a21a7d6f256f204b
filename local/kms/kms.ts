import { type JsonService, startJsonService } from '../aws-json.ts';
import type { KeyPlan } from '../template/resources/key.ts';
import { keyIn } from './key-file.ts';
import { answer } from './operations.ts';

/** The KMS endpoint of the stack. */
export type Kms = JsonService;

/** The keys of the template, and the folder that they lie in. */
export type KmsOptions = { readonly data: string; readonly keys: readonly KeyPlan[] };

/**
 * Starts the smallest KMS endpoint that serves this project: GetPublicKey and Sign with Ed25519 keys in files, which are made at the first
 * start. Throws `key-unreadable`, and `endpoint-failed` when it cannot listen.
 */
export async function startKms({ data, keys }: KmsOptions): Promise<Kms> {
  const files = await Promise.all(keys.map(async ({ arn, name }) => [arn, await keyIn(data, name)] as const));
  const known = new Map(files);
  return startJsonService({
    name: 'KMS',
    version: '1.1',
    longest: longestRequest,
    answer: (operation, input) => answer(known, operation, input),
  });
}

// Many times what the largest request has: a message of 4,096 bytes in Base64.
const longestRequest = 65_536;
