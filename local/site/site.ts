import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { LocalError, messageOf, systemCode } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Behaviour, DistributionPlan } from '../template/resources/distribution.ts';
import { matchesWildcard } from '../wildcard.ts';
import { isCompressed, markCompressed } from './compression.ts';
import { applyPolicy, type Headers, isPreflight, outgoing } from './headers.ts';
import { connectOrigin, type Origin } from './origin.ts';
import { allowsPreflight } from './preflight.ts';

/** The site that stands in for the distribution. */
export type Site = { readonly url: string; readonly port: number; readonly stop: () => Promise<void> };

/** The distribution to stand in for, the CORS rules of its bucket, the S3 endpoint, and where to listen (port 0: any). */
export type SiteOptions = {
  readonly distribution: DistributionPlan;
  readonly cors: JsonObject | undefined;
  readonly s3: string;
  readonly port: number;
};

/**
 * Serves the published files as the distribution does: methods, root object, headers, ranges, error pages. It keeps no cache, so a visitor
 * never waits for a new release. Throws `port-in-use`.
 */
export async function startSite(options: SiteOptions): Promise<Site> {
  const origin = connectOrigin(options.s3, options.distribution.bucket);
  const server = createServer((request, response) => {
    answer(options, origin, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, options.port)));
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : options.port;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      origin.close();
      await closed;
    },
  };
}

function listenError(error: unknown, port: number): LocalError {
  return systemCode(error) === 'EADDRINUSE'
    ? new LocalError(
        'port-in-use',
        `Port ${port} for the site is taken. End the program that uses it, or choose another port.`,
      )
    : new LocalError('endpoint-failed', `The site cannot listen on port ${port}: ${messageOf(error)}`, {
        cause: error,
      });
}

async function answer(
  options: SiteOptions,
  origin: Origin,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { distribution } = options;
  const asking = { method: request.method ?? 'GET', headers: request.headers };
  const key = keyOf(request.url ?? '/', distribution.root);
  const behaviour = behaviourFor(distribution.behaviours, key ?? '');
  const send = (status: number, headers: Headers, body: string | IncomingMessage): Promise<void> => {
    applyPolicy(headers, behaviour?.headers, asking);
    const packed =
      behaviour?.compress === true && typeof body !== 'string' && isCompressed(status, headers, asking);
    if (packed) markCompressed(headers);
    return write(response, status, headers, asking.method === 'HEAD' ? '' : body, packed);
  };
  request.resume();
  if (!behaviour?.methods.includes(asking.method)) return send(403, xml(), refusal('MethodNotAllowed'));
  if (key === undefined) return send(400, xml(), refusal('BadRequest'));
  if (asking.method === 'OPTIONS') {
    const allowed = isPreflight(asking) && allowsPreflight(options.cors, asking);
    return allowed ? send(200, new Map(), '') : send(403, xml(), refusal('AccessForbidden'));
  }
  const found = await origin.ask(asking.method === 'HEAD' ? 'HEAD' : 'GET', key, request.headers);
  const status = found.statusCode ?? 502;
  if (status < 400) return send(status, headersOf(found), found);
  found.resume();
  return sendError(distribution, origin, status, send);
}

type Send = (status: number, headers: Headers, body: string | IncomingMessage) => Promise<void>;

async function sendError(
  distribution: DistributionPlan,
  origin: Origin,
  found: number,
  send: Send,
): Promise<void> {
  const status = found === 404 ? distribution.missing : found;
  const page = distribution.errorPages.get(status);
  if (page?.path) {
    const body = await origin.ask('GET', page.path.replace(/^\//, ''), {});
    if (body.statusCode === 200) return send(page.status, headersOf(body), body);
    body.resume();
  }
  return send(page?.status ?? status, xml(), refusal(ERROR_CODES.get(status) ?? 'InternalError'));
}

const ERROR_CODES: ReadonlyMap<number, string> = new Map([
  [403, 'AccessDenied'],
  [404, 'NoSuchKey'],
  [412, 'PreconditionFailed'],
  [416, 'InvalidRange'],
]);

/** The object's key; undefined for a path whose escapes are not UTF-8. */
function keyOf(url: string, root: string | undefined): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, '').replace(/^\//, ''));
    return path === '' ? (root ?? '') : path;
  } catch {
    return undefined;
  }
}

function behaviourFor(behaviours: readonly Behaviour[], key: string): Behaviour | undefined {
  return behaviours.find(({ pattern }) => matchesWildcard(key, pattern.replace(/^\//, ''), { single: true }));
}

// Headers that concern one connection only, or that tell about the storage.
const NOT_PASSED_ON =
  /^(connection|keep-alive|transfer-encoding|date|server|x-amz-request-id|x-amz-id-2|access-control-.*)$/;

function headersOf(answer: IncomingMessage): Headers {
  const headers: Headers = new Map();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !NOT_PASSED_ON.test(name)) headers.set(name, value);
  }
  return headers;
}

function xml(): Headers {
  return new Map([['content-type', 'application/xml']]);
}

function refusal(code: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>\n`;
}

async function write(
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: string | IncomingMessage,
  packed: boolean,
): Promise<void> {
  response.writeHead(status, outgoing(headers));
  if (typeof body === 'string') response.end(body);
  else if (packed) await pipeline(body, createGzip(), response);
  else await pipeline(body, response);
}
