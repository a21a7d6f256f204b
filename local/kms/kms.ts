import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LocalError, messageOf } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { KeyPlan } from '../template/resources/key.ts';
import { keyIn } from './key-file.ts';
import { answer, KmsError } from './operations.ts';

/** The KMS endpoint of the stack. */
export type Kms = { readonly url: string; readonly stop: () => Promise<void> };

/** The keys of the template, and the folder that they lie in. */
export type KmsOptions = { readonly data: string; readonly keys: readonly KeyPlan[] };

/**
 * Starts the smallest KMS endpoint that serves this project: GetPublicKey and Sign with Ed25519 keys in files, which are made at the first
 * start. Like the other endpoints it checks no signatures of requests, so it listens on 127.0.0.1 alone and answers no web page.
 * Throws `key-unreadable`, and `endpoint-failed` when it cannot listen.
 */
export async function startKms({ data, keys }: KmsOptions): Promise<Kms> {
  const files = await Promise.all(keys.map(async ({ arn, name }) => [arn, await keyIn(data, name)] as const));
  const known = new Map(files);
  const server = createServer((request, response) => {
    reply(request, response, (operation, input) => answer(known, operation, input)).catch(() =>
      response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new LocalError('endpoint-failed', `KMS cannot listen: ${messageOf(error)}`, { cause: error })),
    );
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new LocalError('endpoint-failed', 'KMS listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

type Perform = (operation: string, input: JsonObject) => JsonObject;

async function reply(request: IncomingMessage, response: ServerResponse, perform: Perform): Promise<void> {
  try {
    refuseStrangers(request);
    const input = parse(await read(request));
    send(response, 200, perform(String(request.headers['x-amz-target']), input));
  } catch (error) {
    if (!(error instanceof KmsError)) throw error;
    send(response, 400, { __type: error.name, message: error.message });
  }
}

// A page in a browser can reach this port. It would name itself in Origin, or another host than this one.
function refuseStrangers({ method, headers }: IncomingMessage): void {
  const host = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
  if (method === 'POST' && host && headers.origin === undefined) return;
  throw new KmsError('AccessDeniedException', 'Only programs on this machine may use its keys');
}

// Many times what the largest request has: a message of 4,096 bytes in Base64.
const longestRequest = 65_536;

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > longestRequest) throw new KmsError('ValidationException', 'The request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Said below, with what is no object.
  }
  throw new KmsError('SerializationException', 'The request is no JSON object');
}

function send(response: ServerResponse, status: number, body: JsonObject): void {
  response.writeHead(status, {
    'Content-Type': 'application/x-amz-json-1.1',
    'x-amzn-RequestId': randomUUID(),
  });
  response.end(JSON.stringify(body));
}
