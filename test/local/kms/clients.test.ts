import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyEd25519 } from '../../../functions/publish/verify/signature/ed25519.ts';
import { type Kms, startKms } from '../../../local/kms/kms.ts';
import { installed, localAws } from '../../support/tools.ts';
import { temporaryFolder } from '../support/assembly.ts';

const run = promisify(execFile);
const hasCli = installed('the AWS CLI', 'nothing was signed with it');
const hasBoto = installed('boto3', 'nothing was signed with it');
const key = 'arn:aws:kms:eu-central-1:000000000000:key/signing';
const text = 'Сайлау';

let kms: Kms;

beforeAll(async () => {
  const keys = [{ logicalId: 'Key', name: 'signing', arn: key }];
  kms = await startKms({ data: join(await temporaryFolder(), 'keys'), keys });
});
afterAll(() => kms.stop());

it.runIf(hasBoto)('boto3 signs, and its public key holds the signature true', async () => {
  const script = [
    'import boto3, sys',
    'client = boto3.client("kms", endpoint_url=sys.argv[1])',
    'print(client.get_public_key(KeyId=sys.argv[2])["PublicKey"].hex())',
    'print(client.sign(KeyId=sys.argv[2], Message=sys.argv[3].encode(), MessageType="RAW",',
    '                  SigningAlgorithm="ED25519_SHA_512")["Signature"].hex())',
  ].join('\n');

  const { stdout } = await run('python3', ['-c', script, kms.url, key, text], { env: localAws });

  const [der = '', signature = ''] = stdout.trim().split('\n');
  expect(await holds(Buffer.from(der, 'hex'), Buffer.from(signature, 'hex'))).toBe(true);
});

it.runIf(hasCli)('the AWS CLI signs, and its public key holds the signature true', async () => {
  const aws = async (field: string, ...args: string[]) => {
    const output = ['--key-id', key, '--output', 'text', '--query', field];
    const { stdout } = await run('aws', ['--endpoint-url', kms.url, 'kms', ...args, ...output], {
      env: localAws,
    });
    return Buffer.from(stdout.trim(), 'base64');
  };
  const message = ['--message', text, '--message-type', 'RAW'];

  const der = await aws('PublicKey', 'get-public-key');
  const signature = await aws('Signature', 'sign', ...message, '--signing-algorithm', 'ED25519_SHA_512');

  expect(await holds(der, signature)).toBe(true);
});

// The last 32 bytes of SubjectPublicKeyInfo are the key (RFC 8410).
function holds(der: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const publicKey = new Uint8Array(der).subarray(-32);
  return verifyEd25519(publicKey, new TextEncoder().encode(text), new Uint8Array(signature));
}
