import { createServer, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { mediaTypeOf } from '../../../../functions/store/objects.ts';

/** Files of the site by their path from the root; null where there is none. */
export type ReadSite = (path: string) => Uint8Array | null;

/** The published files as CloudFront serves them. */
export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What infra/publication.ts sends with every answer; test/infra/publication.test.ts holds it there. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Serves published files to a browser, with the policy of the site, compressed where the distribution compresses. */
export async function serve(read: ReadSite): Promise<Served> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, '').slice(1)) || 'index.html';
    answer(response, path, read(path), String(request.headers['accept-encoding'] ?? ''));
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
  /^assets\/|\.html$|\/(summary|election|manifest|areas)\.json$|\/(areas|allocation)\/[^/]*\.json$/;

function answer(response: ServerResponse, path: string, bytes: Uint8Array | null, accepted: string): void {
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-type', typeOf(path));
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
