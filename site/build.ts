import { resolve } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { type InEvery, inEvery } from '../functions/model/text/languages.ts';

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
  /** Paths of the modules that a page of a kind in a language needs for its first view, beside the script, which would ask for them only one after the other. */
  readonly ahead: Readonly<Record<'home' | 'election', InEvery<readonly string[]>>>;
}

const folder = import.meta.dirname;

/**
 * Builds the explorer: one entry, its parts split off where they are loaded later, one style sheet, all minified. The same sources give the same bytes:
 * names come from the content, and nothing of the machine enters.
 */
export function buildSite(): BuiltSite {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: resolve(folder, '..'),
    entryPoints: { app: script, style },
    outdir: 'assets',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    // The first with Map.groupBy and URL.canParse, which are not made up for: site/frame/old-browser.ts asks for both.
    target: ['es2022', 'chrome120', 'firefox119', 'safari17.4'],
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
  return {
    files,
    script: outputOf(metafile, script),
    style: outputOf(metafile, style),
    ahead: {
      home: aheadOf(metafile, 'site/views/home.ts'),
      election: aheadOf(metafile, 'site/views/results/results.ts'),
    },
  };
}

const script = 'site/app.ts';
const style = 'site/style/index.css';

function outputOf({ outputs }: Metafile, entry: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry)?.[0];
  if (found === undefined) throw new Error(`esbuild has written nothing for ${entry}`);
  return found;
}

/** What the script imports, then a view with what that imports, then the texts: nothing twice, and not the script, which the page loads itself. */
function aheadOf(metafile: Metafile, view: string): InEvery<readonly string[]> {
  const own = outputOf(metafile, script);
  return inEvery((language) => {
    const needed = new Set<string>();
    for (const entry of [script, view, `site/text/${language}/index.ts`])
      addImported(metafile, outputOf(metafile, entry), needed);
    return [...needed].filter((path) => path !== own);
  });
}

/** Adds a module and all that it imports, in the order in which a browser comes to them. What it may import later is not among it. */
function addImported(metafile: Metafile, path: string, needed: Set<string>): void {
  if (needed.has(path)) return;
  needed.add(path);
  for (const { path: imported, kind } of metafile.outputs[path]?.imports ?? [])
    if (kind === 'import-statement') addImported(metafile, imported, needed);
}
