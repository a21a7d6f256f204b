import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';

/** Files of the site by their path; null where there is none. */
export type Files = (path: string) => Uint8Array | null | Promise<Uint8Array | null>;

/** A page around single views: the smallest frame that they run in, under the content security policy of the site. */
export interface Page {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What infra/publication.ts sends with every answer. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Serves the views of the explorer before these files. */
export async function servePage(files: Files): Promise<Page> {
  const assets = await bundled();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.slice(1);
    const asset = path.endsWith('index.html')
      ? { bytes: Buffer.from(frame), type: 'text/html; charset=utf-8' }
      : assets.get(path);
    const body = asset?.bytes ?? (await files(path));
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', asset?.type ?? 'application/octet-stream');
    response.statusCode = body ? 200 : 404;
    response.end(body ?? 'not there');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${portOf(address)}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: string | AddressInfo | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}

async function bundled(): Promise<Map<string, { bytes: Uint8Array; type: string }>> {
  const script = { contents: entry, resolveDir: process.cwd(), sourcefile: 'entry.js' };
  const style = {
    contents: "@import './site/style/index.css';",
    resolveDir: process.cwd(),
    loader: 'css' as const,
  };
  const options = {
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    outdir: '/assets',
    minify: true,
  } as const;
  const outputs = [
    ...(await build({ ...options, stdin: script })).outputFiles,
    ...(await build({ ...options, splitting: false, stdin: style })).outputFiles,
  ];
  return new Map(
    outputs.map(({ path, contents }) => [
      path.slice(1).replace('stdin.css', 'style.css'),
      { bytes: contents, type: path.endsWith('.css') ? 'text/css' : 'text/javascript' },
    ]),
  );
}

const frame = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>…</title><link rel="stylesheet" href="/assets/style.css"><script type="module" src="/assets/stdin.js"></script></head><body><main id="main"></main></body></html>`;

const entry = `
import { readAddress, writeAddress } from './site/frame/address.ts';
import { openPublished } from './site/data/published.ts';
import { formatOf } from './site/text/format.ts';
import { loadTexts } from './site/text/catalogue.ts';
import { views } from './site/views/index.ts';
const root = new URL('/', location.href);
const published = openPublished((url, init) => fetch(url, init), root);
async function show() {
  const main = document.querySelector('main');
  const address = readAddress(new URL(location.href), root, 'en');
  const { language } = address;
  document.documentElement.lang = language;
  const link = (change) => writeAddress({ ...address, ...change }, root);
  const go = (change, how) => {
    history[how === 'replace' ? 'replaceState' : 'pushState'](null, '', link(change));
    if (how !== 'replace') show();
  };
  try {
    const view = await views[address.view]();
    const { title, content } = await view.open({ address, language, texts: await loadTexts(language), format: formatOf(language), published, link, go });
    document.title = title;
    main.replaceChildren(content);
    main.dataset.ready = address.view;
  } catch (error) {
    main.textContent = String(error);
    main.dataset.failed = error.code ?? String(error);
  }
}
show();
`;
