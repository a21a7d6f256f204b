import { writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { AssetHashType } from 'aws-cdk-lib';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/**
 * One source file with everything it imports, the AWS SDK included, as the code of a Lambda: `index.mjs` and its source map.
 * The asset's hash is that of the bundle, so an unchanged function is not deployed again.
 *
 * @param entry path of the TypeScript file that exports `handler`
 */
export function bundle(entry: string): Code {
  return Code.fromAsset(root, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: Runtime.NODEJS_24_X.bundlingImage,
      // Never run. It tells the bundles apart: the library keeps one for all that look the same but for `local`.
      command: ['esbuild', relative(root, entry)],
      local: { tryBundle: (outdir) => write(entry, outdir) },
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
