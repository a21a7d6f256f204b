import { createReadStream } from 'node:fs';
import { type ServerResponse, validateHeaderValue } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { S3Error } from './errors.ts';

/** Bytes `start` to `end` (both inclusive) of an open file; whoever sends the reply closes it. */
export interface FileSlice {
  readonly descriptor: number;
  readonly start: number;
  readonly end: number;
}

/** What an operation answers. */
export interface Reply {
  readonly status: number;
  readonly headers?: Iterable<readonly [string, string]>;
  readonly body?: { readonly xml: string } | { readonly file: FileSlice };
}

const EXPOSED =
  'Accept-Ranges, Content-Encoding, Content-Length, Content-Range, ETag, Last-Modified, x-amz-request-id, x-amz-version-id';

/** Sends the reply; to a HEAD request without its body. Resolves when the last byte is handed over. */
export async function sendReply(response: ServerResponse, reply: Reply, headOnly: boolean): Promise<void> {
  response.statusCode = reply.status;
  for (const [name, value] of reply.headers ?? []) response.setHeader(name, value);
  if (reply.body === undefined) {
    response.end();
  } else if ('xml' in reply.body) {
    response.setHeader('content-type', 'application/xml');
    response.setHeader('content-length', Buffer.byteLength(reply.body.xml));
    response.end(headOnly ? undefined : reply.body.xml);
  } else {
    const { descriptor, start, end } = reply.body.file;
    await pipeline(createReadStream('', { fd: descriptor, start, end, highWaterMark: 256 * 1024 }), response);
  }
}

/** The headers that let a web page read the answer: any origin, as the publication bucket is configured. */
export function corsHeaders(): [string, string][] {
  return [
    ['access-control-allow-origin', '*'],
    ['access-control-expose-headers', EXPOSED],
    ['vary', 'Origin'],
  ];
}

/** Answers a preflight: GET and HEAD with any request header (Range among them). Throws `AccessForbidden` for others. */
export function preflight(headers: ReadonlyMap<string, string>): Reply {
  const method = headers.get('access-control-request-method');
  if (!headers.has('origin') || (method !== 'GET' && method !== 'HEAD')) {
    throw new S3Error('AccessForbidden', 'CORSResponse: web pages may send GET and HEAD here, nothing else.');
  }
  return {
    status: 200,
    headers: [
      ['access-control-allow-methods', 'GET, HEAD'],
      ['access-control-allow-headers', headers.get('access-control-request-headers') ?? '*'],
      ['access-control-max-age', '600'],
    ],
  };
}

/** Text as HTTP carries it: UTF-8 bytes, one character each. Throws `InvalidArgument` for line breaks and the like. */
export function headerValue(name: string, text: string): string {
  const value = Buffer.from(text, 'utf8').toString('latin1');
  try {
    validateHeaderValue(name, value);
  } catch {
    throw new S3Error('InvalidArgument', `The value for ${name} cannot be sent as an HTTP header.`);
  }
  return value;
}
