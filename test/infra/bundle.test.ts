import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { expect, test } from 'vitest';
import { readExplorer } from '../../functions/publish/site/explorer.ts';
import { bundle } from '../../infra/bundle.ts';
import { signerOf } from '../support/signer.ts';
import { newFolder, sourceFile } from './support/templates.ts';

/** Bundles each file for a function of its own, and gives the folders of the assets in that order. */
function bundled(...entries: string[]): string[] {
  return bundledWith(null, ...entries);
}

function bundledWith(holds: 'explorer' | null, ...entries: string[]): string[] {
  const app = new App({ outdir: newFolder(), builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Stack');
  for (const [index, entry] of entries.entries()) {
    new Lambda(stack, `F${index}`, {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: bundle(entry, holds),
    });
  }
  const assembly = app.synth();
  const { template } = assembly.getStackByName('Stack');
  return entries.map((_, index) => join(assembly.directory, `asset.${keyOf(template, index)}`));
}

function keyOf(template: unknown, index: number): string | undefined {
  return [...JSON.stringify(template).matchAll(/"S3Key":"([0-9a-f]+)\.zip"/g)][index]?.[1];
}

function sourceFileBeside(entry: string, name: string, text: string): void {
  writeFileSync(join(dirname(entry), name), text);
}

test('holds a module that runs alone, and its map', async () => {
  const entry = sourceFile(
    "import { add } from './add.ts'; export const handler = (n: number): number => add(n);",
  );
  sourceFileBeside(entry, 'add.ts', 'export const add = (n: number): number => n + 1;');

  const [folder = ''] = bundled(entry);
  const { handler } = await import(pathToFileURL(join(folder, 'index.mjs')).href);

  expect(readdirSync(folder).sort()).toEqual(['index.mjs', 'index.mjs.map']);
  expect(handler(1)).toBe(2);
});

test('can take packages of the older module format that require others', async () => {
  const entry = sourceFile(
    "import old from './old.cjs'; export const handler = (): string => old.separator;",
  );
  sourceFileBeside(entry, 'old.cjs', "module.exports = { separator: require('path').posix.sep };");

  const [folder = ''] = bundled(entry);
  const { handler } = await import(pathToFileURL(join(folder, 'index.mjs')).href);

  expect(handler()).toBe('/');
});

test('the same source has the same hash in every output folder, and names no folder of this machine', () => {
  const entry = sourceFile('export const handler = (): number => 1;');

  const [first = ''] = bundled(entry);
  const [second = ''] = bundled(entry);

  expect(second.split('asset.')[1]).toBe(first.split('asset.')[1]);
  expect(second).not.toBe(first);
  expect(readFileSync(join(first, 'index.mjs'), 'utf8')).not.toContain(first);
});

test('every entry has a bundle of its own', async () => {
  const one = sourceFile('export const handler = (): number => 1;');
  const two = sourceFile('export const handler = (): number => 2;');

  const folders = bundled(one, two);
  const results = await Promise.all(
    folders.map(async (folder) => (await import(pathToFileURL(join(folder, 'index.mjs')).href)).handler()),
  );

  expect(results).toEqual([1, 2]);
});

test('the explorer lies beside the code as the publish stage reads it, with all that pages load', async () => {
  const [folder = ''] = bundledWith('explorer', sourceFile('export const handler = (): number => 3;'));
  const written = new Set<string>();

  const assets = await readExplorer(folder)?.place(async (path) => void written.add(path), {
    signer: signerOf(1),
    codeVersion: '0.1.0',
  });

  expect(assets?.ahead.election.ru.length).toBeGreaterThan(assets?.ahead.home.ru.length ?? 0);
  for (const { path } of [assets?.script, ...(assets?.ahead.home.kk ?? [])].flatMap((one) => one ?? []))
    expect(written).toContain(path);
});

test('a file that cannot be bundled stops the synthesis and says which', () => {
  const entry = sourceFile("import { nothing } from './nothing.ts'; export const handler = nothing;");

  expect(() => bundled(entry)).toThrow(/nothing\.ts/);
});
