import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LocalError, messageOf } from '../errors.ts';
import { asObject, asText, isObject, type Json, type JsonObject, member } from '../json.ts';

/** A synthesized stack as it lies on disk. */
export type Assembly = {
  readonly stackName: string;
  /** The region the stack is bound to; `us-east-1` for a stack that is not bound to one. */
  readonly region: string;
  readonly template: JsonObject;
  /** The absolute folder of each file asset, by its object key (`<hash>.zip`). */
  readonly assets: ReadonlyMap<string, string>;
};

const UNBOUND_REGION = 'us-east-1';

/**
 * Reads the one stack of a CDK cloud assembly, the folder that `cdk synth` writes.
 * Throws `assembly-unreadable` where a file is missing, is not JSON, or the assembly holds no or several stacks.
 */
export async function loadAssembly(folder: string): Promise<Assembly> {
  const manifest = await readJson(join(folder, 'manifest.json'));
  const artifacts = asObject(member(manifest, 'artifacts'), 'manifest.json artifacts');
  const stacks = Object.entries(artifacts).flatMap(([name, artifact]) =>
    isObject(artifact) && member(artifact, 'type') === 'aws:cloudformation:stack' ? [{ name, artifact }] : [],
  );
  const [stack, ...others] = stacks;
  if (stack === undefined || others.length > 0) {
    const found = stacks.map(({ name }) => name).join(', ') || 'none';
    throw new LocalError(
      'assembly-unreadable',
      `${folder} must hold exactly one stack to run here; found: ${found}. Synthesize one stack into its own folder.`,
    );
  }
  const properties = asObject(member(stack.artifact, 'properties'), `${stack.name} properties`);
  const templateFile = asText(member(properties, 'templateFile'), `${stack.name} templateFile`);
  return {
    stackName: stackNameOf(properties, stack.name),
    region: regionOf(member(stack.artifact, 'environment')),
    template: await readJson(join(folder, templateFile)),
    assets: await readAssets(folder, artifacts),
  };
}

function stackNameOf(properties: JsonObject, artifact: string): string {
  const name = member(properties, 'stackName');
  return typeof name === 'string' ? name : artifact;
}

function regionOf(environment: Json | undefined): string {
  const region = typeof environment === 'string' ? environment.split('/').at(-1) : undefined;
  return region === undefined || region.startsWith('unknown') ? UNBOUND_REGION : region;
}

async function readAssets(folder: string, artifacts: JsonObject): Promise<Map<string, string>> {
  const assets = new Map<string, string>();
  for (const artifact of Object.values(artifacts)) {
    if (!isObject(artifact) || member(artifact, 'type') !== 'cdk:asset-manifest') continue;
    const file = asText(
      member(asObject(member(artifact, 'properties'), 'asset manifest'), 'file'),
      'asset file',
    );
    const files = member(await readJson(join(folder, file)), 'files');
    for (const [hash, asset] of Object.entries(asObject(files, `${file} files`))) {
      const path = member(asObject(member(asObject(asset, hash), 'source'), hash), 'path');
      const destinations = asObject(member(asObject(asset, hash), 'destinations'), hash);
      for (const destination of Object.values(destinations)) {
        const key = asText(member(asObject(destination, hash), 'objectKey'), `${file} ${hash} objectKey`);
        assets.set(key, resolve(folder, asText(path, `${file} ${hash} path`)));
      }
    }
  }
  return assets;
}

async function readJson(file: string): Promise<JsonObject> {
  try {
    const value: Json = JSON.parse(await readFile(file, 'utf8'));
    return asObject(value, file);
  } catch (error) {
    throw new LocalError(
      'assembly-unreadable',
      `${file} cannot be read: ${messageOf(error)}. Run "npm run synth" to write the assembly anew.`,
      { cause: error },
    );
  }
}
