import { createServer, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { mediaTypeOf } from '../../../../functions/store/objects.ts';

/** Files of the site by their path from the root; null where there is none. */
export type ReadSite = (path: string) => Uint8Array | null | Promise<Uint8Array | null>;

/** The published files as CloudFront serves them. */
export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What infra/publication.ts sends with every answer; test/infra/publication.test.ts holds it there. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * Serves published files to a browser, with the policy of the site: compressed where the distribution compresses, else by ranges where they are asked for.
 *
 * @param knowsRanges false for a server that answers with the whole file, whatever range is asked for
 */
export async function serve(read: ReadSite, knowsRanges: () => boolean = () => true): Promise<Served> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, '').slice(1)) || 'index.html';
    const range = knowsRanges() ? /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') : null;
    const bytes = await read(path);
    if (bytes !== null && range !== null && !compressed.test(path)) answerPart(response, path, bytes, range);
    else answer(response, path, bytes, String(request.headers['accept-encoding'] ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const compressed =
  /^assets\/|\.html$|\/(summary|election|manifest|areas|results\.parts)\.json$|\/(areas|allocation)\/[^/]*\.json$/;

function answerPart(
  response: ServerResponse,
  path: string,
  bytes: Uint8Array,
  [, first, last]: RegExpExecArray,
): void {
  const part = bytes.subarray(Number(first), Number(last) + 1);
  describe(response, path);
  response.statusCode = part.length > 0 ? 206 : 416;
  const end = Number(first) + part.length - 1;
  response.setHeader('content-range', `bytes ${part.length > 0 ? `${first}-${end}` : '*'}/${bytes.length}`);
  response.end(part);
}

function describe(response: ServerResponse, path: string): void {
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-type', typeOf(path));
}

function answer(response: ServerResponse, path: string, bytes: Uint8Array | null, accepted: string): void {
  describe(response, path);
  if (bytes === null) {
    response.statusCode = 404;
    response.end('not there');
  } else if (compressed.test(path) && bytes.length >= 1000 && accepted.includes('gzip')) {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(bytes));
  } else response.end(bytes);
}

function typeOf(path: string): string {
  if (path.endsWith('.html')) return 'text/html; charset=utf-8';
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (path.endsWith('.css')) return 'text/css; charset=utf-8';
  return mediaTypeOf(path);
}
