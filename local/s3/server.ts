import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { messageOf, systemCode } from '../errors.ts';
import { type Bucket, openStore, type Store } from './disk/bucket.ts';
import type { ObjectVersion } from './disk/version.ts';
import type { CreationReason } from './operations/call.ts';
import { S3Error } from './protocol/errors.ts';
import { corsHeaders, type Reply, sendReply } from './protocol/reply.ts';
import { readRequest } from './protocol/request.ts';
import { errorDocument } from './protocol/xml.ts';
import { route } from './route.ts';

/** How to start an object server. */
export interface ObjectServerOptions {
  /** The folder on disk that holds everything; it is made where it is missing. One process a folder. */
  readonly root: string;
  readonly host?: '127.0.0.1';
  /** 0 lets the operating system choose. */
  readonly port: number;
  /** The clock; the default is the machine's. */
  readonly now?: () => Date;
  /**
   * Awaited when an object is durable and before its client hears of it. Where it throws, the client is told
   * InternalError and the object stays: a client that tries again causes the event again. (A write with
   * `If-None-Match: *` cannot be tried again that way, so whoever must not miss one keeps the event before throwing.)
   */
  readonly onObjectCreated?: (event: ObjectCreated) => Promise<void> | void;
}

/** An object was created: what S3 tells in its events. */
export interface ObjectCreated {
  readonly bucket: string;
  readonly key: string;
  /** Missing where the bucket keeps no versions. */
  readonly versionId?: string;
  /** Without quotes. */
  readonly etag: string;
  /** In bytes. */
  readonly size: number;
  /** Hex of a fixed length: compares as text, grows for a key, survives a restart. */
  readonly sequencer: string;
  readonly reason: CreationReason;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** A running object server. */
export interface ObjectServer {
  readonly url: string;
  readonly port: number;
  /** Idempotent. Turns versioning on for a bucket without it; it cannot be turned off. */
  createBucket(name: string, options: { versioned: boolean }): Promise<void>;
  /** Takes no more requests, lets those under way end (for two seconds at most), and resolves when nothing runs any more. */
  stop(): Promise<void>;
}

const GRACE_MS = 2000;

/**
 * Starts the smallest S3 endpoint that serves this project, on plain files.
 *
 * Signatures are NOT verified: whoever reaches the port may read and write everything, so it listens on 127.0.0.1 alone,
 * answers only when asked under that name or localhost or [::1], and lets web pages do no more than read. Buckets are in the path
 * (`forcePathStyle`). Credentials and the authentication parameters of presigned URLs are accepted as they come.
 * Rejects where the port is taken (`EADDRINUSE`) or the folder cannot be used.
 */
export async function startObjectServer(options: ObjectServerOptions): Promise<ObjectServer> {
  const host = options.host ?? '127.0.0.1';
  const store = await openStore(options.root, options.now ?? (() => new Date()));
  const running = new Set<Promise<void>>();
  const server = createServer((message, response) => {
    const task = answer(store, options, message, response)
      .catch(() => void response.destroy())
      .finally(() => running.delete(task));
    running.add(task);
  });
  // A large upload from a slow disk takes as long as it takes.
  server.requestTimeout = 0;
  const port = await listen(server, host, options.port);
  return {
    url: `http://${host}:${port}`,
    port,
    createBucket: (name, { versioned }) => store.create(name, versioned),
    stop: async () => {
      await close(server);
      await Promise.allSettled(running);
    },
  };
}

async function answer(
  store: Store,
  options: ObjectServerOptions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  response.setHeader('x-amz-request-id', requestId);
  if (message.headers.origin !== undefined) {
    for (const [name, value] of corsHeaders()) response.setHeader(name, value);
  }
  const headOnly = message.method === 'HEAD';
  try {
    const reply = await route({
      request: readRequest(message),
      store,
      now: options.now ?? (() => new Date()),
      announce: (bucket, object, reason) => announce(options, bucket, object, reason),
    });
    await sendReply(response, reply, headOnly);
  } catch (error) {
    if (response.headersSent || message.socket.destroyed) {
      response.destroy();
      return;
    }
    await sendReply(response, errorReply(error, message, requestId), headOnly);
    // What the client still sends must be read, or the next request on this connection is never seen.
    message.resume();
  }
}

async function announce(
  options: ObjectServerOptions,
  bucket: Bucket,
  object: ObjectVersion,
  reason: CreationReason,
): Promise<void> {
  const { key, etag, size, sequencer, lastModified } = object;
  const versionId = object.versionId === 'null' ? {} : { versionId: object.versionId };
  const facts = { bucket: bucket.name, key, ...versionId, etag, size, sequencer };
  await options.onObjectCreated?.({ ...facts, reason, time: lastModified });
}

function errorReply(error: unknown, message: IncomingMessage, requestId: string): Reply {
  const known = error instanceof S3Error ? error : new S3Error('InternalError', messageOf(error));
  if (known !== error)
    console.error(`s3: ${message.method} ${message.url?.slice(0, 200)}: ${messageOf(error)}`);
  const [resource = '/'] = (message.url ?? '/').split('?');
  const xml = errorDocument(known.code, known.message, resource, requestId);
  return { status: known.status, headers: known.headers, body: { xml } };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close((error) => {
      clearTimeout(timer);
      if (error === undefined || systemCode(error) === 'ERR_SERVER_NOT_RUNNING') resolve();
      else reject(error);
    });
  });
}
