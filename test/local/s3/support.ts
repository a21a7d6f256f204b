import { mkdtemp, rm } from 'node:fs/promises';
import { type Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3';
import { afterAll } from 'vitest';
import {
  type ObjectCreated,
  type ObjectServer,
  type ObjectServerOptions,
  startObjectServer,
} from '../../../local/s3/server.ts';

/** A running server on a fresh folder, with two buckets: `plain`, and `kept` with versions. */
export interface Stand {
  readonly root: string;
  readonly server: ObjectServer;
  readonly client: S3Client;
  readonly events: ObjectCreated[];
}

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Starts a server that is stopped, and whose folder is removed, after the tests of the file. */
export async function startStand(options: Partial<ObjectServerOptions> = {}): Promise<Stand> {
  const root = options.root ?? (await temporaryFolder());
  const events: ObjectCreated[] = [];
  const server = await startObjectServer({
    port: 0,
    onObjectCreated: (event) => void events.push(event),
    ...options,
    root,
  });
  await server.createBucket('plain', { versioned: false });
  await server.createBucket('kept', { versioned: true });
  const client = createClient(server.url);
  afterAll(async () => {
    client.destroy();
    await server.stop();
  });
  return { root, server, client, events };
}

/** A client with the SDK's own defaults. */
export function createClient(endpoint: string, config: S3ClientConfig = {}): S3Client {
  return new S3Client({
    endpoint,
    forcePathStyle: true,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    ...config,
  });
}

/** A folder that is removed after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sailau-s3-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The code and status of the error that an operation ends in. */
export async function errorOf(
  operation: Promise<unknown>,
): Promise<{ code: string; status: number | undefined }> {
  try {
    await operation;
  } catch (error) {
    if (error instanceof S3ServiceException)
      return { code: error.name, status: error.$metadata.httpStatusCode };
    throw error;
  }
  throw new Error('The operation succeeded where an error was expected.');
}

/** Sends a request as it is, past every SDK. */
export function send(
  server: ObjectServer,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
  agent: Agent | false = false,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, method, path, headers, agent };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The code in an error document. */
export function codeIn(answer: Answer): string | undefined {
  return /<Code>([^<]*)<\/Code>/.exec(answer.body)?.[1];
}

/** Bytes that look random and are the same every time. */
export function someBytes(size: number, seed = 1): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let state = seed;
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
