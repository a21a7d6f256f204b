import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** A file of the explorer as it is published, under `assets/`. */
export interface SiteFile {
  /** From the root of the site, as `assets/app-6QX2Y4LC.js`: the name holds the hash of the content. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** The explorer as it is published. */
export interface BuiltSite {
  /** Ordered by path. */
  readonly files: readonly SiteFile[];
  /** Path of the module that a page loads, and of the style sheet. */
  readonly script: string;
  readonly style: string;
}

const folder = import.meta.dirname;

/**
 * Builds the explorer: one entry, its parts split off where they are loaded later, one style sheet, all minified. The same sources give the same bytes:
 * names come from the content, and nothing of the machine enters.
 */
export function buildSite(): BuiltSite {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: resolve(folder, '..'),
    entryPoints: { app: 'site/app.ts', style: 'site/style/index.css' },
    outdir: 'assets',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['es2022', 'chrome110', 'firefox115', 'safari16'],
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const root = resolve(folder, '..');
  const files = outputFiles
    .map(({ path, contents }) => ({
      path: path.slice(root.length + 1).replaceAll('\\', '/'),
      bytes: contents,
      contentType: path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const of = (entry: string): string => {
    const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry)?.[0];
    if (found === undefined) throw new Error(`esbuild has written nothing for ${entry}`);
    return found;
  };
  return { files, script: of('site/app.ts'), style: of('site/style/index.css') };
}
