import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { AssetHashType } from 'aws-cdk-lib';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { buildSite } from '../site/build.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * One source file with everything it imports, the AWS SDK included, as the code of a Lambda: `index.mjs` and its source map.
 * The asset's hash is that of the bundle, so an unchanged function is not deployed again.
 *
 * @param entry path of the TypeScript file that exports `handler`
 * @param holds what else lies beside the code: the explorer, which the publish stage publishes
 */
export function bundle(entry: string, holds: 'explorer' | null = null): Code {
  return Code.fromAsset(root, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: Runtime.NODEJS_24_X.bundlingImage,
      // Never run. It tells the bundles apart: the library keeps one for all that look the same but for `local`.
      command: ['esbuild', relative(root, entry), ...(holds === null ? [] : [holds])],
      local: {
        tryBundle: (outdir) => {
          if (holds === 'explorer') writeExplorer(outdir);
          return write(entry, outdir);
        },
      },
    },
  });
}

function write(entry: string, outdir: string): boolean {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    // The bundle is written by hand: a source map names its sources from where esbuild would put it, and the same
    // code would have another hash in another output folder.
    outfile: join(root, 'index.mjs'),
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    // Syntax and white space only: half the bytes to load, and names in stack traces stay readable.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    sourcemap: 'linked',
    sourcesContent: false,
    // Packages in the older module format call `require`, which a module of the newer format does not have.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  for (const file of outputFiles) writeFileSync(join(outdir, basename(file.path)), file.contents);
  return true;
}

/** The files of the explorer, and `site.json`, which lists them: what functions/publish/site/explorer.ts reads. */
function writeExplorer(outdir: string): void {
  const { files, ...loaded } = buildSite();
  for (const { path, bytes } of files) {
    mkdirSync(join(outdir, dirname(path)), { recursive: true });
    writeFileSync(join(outdir, path), bytes);
  }
  const listing = { ...loaded, files: files.map(({ path, contentType }) => ({ path, contentType })) };
  writeFileSync(join(outdir, 'site.json'), JSON.stringify(listing));
}
