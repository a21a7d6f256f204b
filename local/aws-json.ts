import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LocalError, messageOf } from './errors.ts';
import { isObject, type Json, type JsonObject, member } from './json.ts';

/** An endpoint of a service, and how to end it. */
export type JsonService = { readonly url: string; readonly port: number; readonly stop: () => Promise<void> };

/** A service that speaks AWS JSON: one POST an operation, named in a header. */
export type JsonServiceOptions = {
  /** For messages. */
  readonly name: string;
  /** Of the protocol. */
  readonly version: '1.0' | '1.1';
  /** The longest request, in bytes. */
  readonly longest: number;
  /** What the service answers to an operation (`Service.Operation`). Throws ServiceError. */
  readonly answer: (operation: string, input: JsonObject) => JsonObject | Promise<JsonObject>;
};

/** An error as the service reports it: its name is the type in the reply. */
export class ServiceError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * Starts an endpoint that the clients of AWS talk to. It checks no signatures of requests, so it listens on 127.0.0.1 alone and answers no
 * web page. Throws `endpoint-failed` when it cannot listen.
 * Source: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export async function startJsonService(options: JsonServiceOptions): Promise<JsonService> {
  const server = createServer((request, response) => {
    reply(request, response, options).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new LocalError('endpoint-failed', `${options.name} cannot listen: ${messageOf(error)}`, {
          cause: error,
        }),
      ),
    );
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new LocalError('endpoint-failed', `${options.name} listens on no port`);
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The member of a request that must be a text. Throws ServiceError `ValidationException`. */
export function textIn(input: JsonObject, name: string): string {
  const value = member(input, name);
  if (typeof value === 'string') return value;
  throw new ServiceError('ValidationException', `${name} must be a text`);
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  options: JsonServiceOptions,
): Promise<void> {
  const send = (status: number, body: JsonObject): void => {
    response.writeHead(status, {
      'Content-Type': `application/x-amz-json-${options.version}`,
      'x-amzn-RequestId': randomUUID(),
    });
    response.end(JSON.stringify(body));
  };
  try {
    refuseStrangers(request);
    const input = parse(await read(request, options.longest));
    send(200, await options.answer(String(request.headers['x-amz-target']), input));
  } catch (error) {
    if (error instanceof ServiceError) send(400, { __type: error.name, message: error.message });
    else if (response.destroyed) throw error;
    else send(500, { __type: 'InternalFailure', message: messageOf(error) });
  }
}

// A page in a browser can reach this port. It would name itself in Origin, or another host than this one.
function refuseStrangers({ method, headers }: IncomingMessage): void {
  const host = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');
  if (method === 'POST' && host && headers.origin === undefined) return;
  throw new ServiceError('AccessDeniedException', 'Only programs on this machine may ask here');
}

async function read(request: IncomingMessage, longest: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > longest) throw new ServiceError('ValidationException', 'The request is too large');
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
  throw new ServiceError('SerializationException', 'The request is no JSON object');
}
