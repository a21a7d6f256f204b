import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetPublicKeyCommand, KMSClient, ListKeysCommand, SignCommand } from '@aws-sdk/client-kms';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyEd25519 } from '../../../functions/publish/verify/signature/ed25519.ts';
import { kmsSigner } from '../../../functions/store/aws/signer.ts';
import { type Kms, startKms } from '../../../local/kms/kms.ts';
import { temporaryFolder } from '../support/assembly.ts';

const key = 'arn:aws:kms:us-east-1:000000000000:key/sailau-signing';
const keys = [{ logicalId: 'SigningKey', name: 'sailau-signing', arn: key }];
const message = new TextEncoder().encode('Сайлау');

let data: string;
let kms: Kms;
let client: KMSClient;

beforeEach(async () => {
  data = join(await temporaryFolder(), 'keys');
  await start();
});
afterEach(stop);

describe('the KMS endpoint', () => {
  it('signs as the key that it gives, for the client of AWS', async () => {
    const signer = kmsSigner({ client, key, name: 'example.org' });

    const [publicKey, signature] = [await signer.publicKey(), await signer.sign(message)];

    expect(await verifyEd25519(publicKey, message, signature)).toBe(true);
    expect(await verifyEd25519(publicKey, message.slice(1), signature)).toBe(false);
    expect(await signer.sign(message)).toEqual(signature);
  });

  it('makes its key once, in a file that its owner alone may read', async () => {
    const before = await kmsSigner({ client, key, name: undefined }).publicKey();
    await stop();
    await start();

    expect(await kmsSigner({ client, key, name: undefined }).publicKey()).toEqual(before);
    expect(await readdir(data)).toEqual(['sailau-signing.pem']);
    expect((await stat(join(data, 'sailau-signing.pem'))).mode & 0o777).toBe(0o600);
  });

  it('keeps one key where two starts make it at once', async () => {
    const folder = join(await temporaryFolder(), 'keys');
    const both = await Promise.all([startKms({ data: folder, keys }), startKms({ data: folder, keys })]);

    const publicKeys = await Promise.all(
      both.map(({ url }) => clientOf(url).send(new GetPublicKeyCommand({ KeyId: key }))),
    );

    expect(publicKeys[0]?.PublicKey).toEqual(publicKeys[1]?.PublicKey);
    await Promise.all(both.map(({ stop }) => stop()));
  });

  it('starts with no key in place of one that cannot be read', async () => {
    await writeFile(join(data, 'sailau-signing.pem'), 'no key');

    await expect(startKms({ data, keys })).rejects.toMatchObject({
      code: 'key-unreadable',
      message: expect.stringContaining('sailau-signing.pem is not the Ed25519 key'),
    });
    expect(await readFile(join(data, 'sailau-signing.pem'), 'utf8')).toBe('no key');
  });

  it.each([
    ['another key', { KeyId: `${key}-2`, Message: message }, 'NotFoundException'],
    [
      'a message that KMS would not take',
      { KeyId: key, Message: new Uint8Array(4097) },
      'ValidationException',
    ],
    ['no message', { KeyId: key, Message: new Uint8Array() }, 'ValidationException'],
  ])('refuses %s', async (_, input, name) => {
    const asked = client.send(new SignCommand({ ...input, SigningAlgorithm: 'ED25519_SHA_512' }));

    await expect(asked).rejects.toMatchObject({ name });
  });

  it('refuses other algorithms and operations', async () => {
    const other = new SignCommand({ KeyId: key, Message: message, SigningAlgorithm: 'ED25519_PH_SHA_512' });

    await expect(client.send(other)).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(client.send(new ListKeysCommand({}))).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it.each([
    ['a web page', { origin: 'https://evil.example' }, '{}', 'AccessDeniedException'],
    ['no object', {}, '[]', 'SerializationException'],
    ['no JSON', {}, 'hello', 'SerializationException'],
    ['__proto__', {}, '{"__proto__": {"KeyId": "x"}}', 'ValidationException'],
    ['a request without end', {}, 'x'.repeat(70_000), 'ValidationException'],
  ])('refuses %s', async (_, headers, body, type) => {
    const target = { 'x-amz-target': 'TrentService.Sign', ...headers };

    const reply = await fetch(kms.url, { method: 'POST', headers: target, body });

    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ __type: type });
  });
});

describe('the signer', () => {
  it('says what to set where it has no key', async () => {
    const signer = kmsSigner({ client, key: undefined, name: undefined });

    await expect(signer.publicKey()).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining('SIGNING_KEY is not set'),
    });
    await expect(signer.sign(message)).rejects.toMatchObject({ code: 'configuration' });
  });

  it('asks for the public key once, and again after a failure', async () => {
    const signer = kmsSigner({ client, key, name: undefined });
    let asked = 0;
    client.middlewareStack.add(
      (next) => (args) => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('lost')) : next(args);
      },
      { step: 'initialize' },
    );

    await expect(signer.publicKey()).rejects.toThrow('lost');
    await signer.publicKey();
    await signer.publicKey();

    expect(asked).toBe(2);
  });
});

async function start(): Promise<void> {
  kms = await startKms({ data, keys });
  client = clientOf(kms.url);
}

async function stop(): Promise<void> {
  client.destroy();
  await kms.stop();
}

function clientOf(endpoint: string): KMSClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new KMSClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
}
