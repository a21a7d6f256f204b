import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../../model/json/json.ts';
import { isString, listOf, shape } from '../../model/json/shape.ts';
import { type InEvery, inEvery } from '../../model/text/languages.ts';
import { PublishError } from '../errors.ts';
import { utf8 } from '../verify/bytes.ts';
import { integrityOf } from '../write/hash.ts';
import { signaturePath, signedSums, type Vouch } from './explorer-sums.ts';
import type { Ahead, Asset, Assets } from './pages/frame.ts';

/** Writes one file of the explorer, unless it is there. */
export type PutAsset = (path: string, mediaType: string, bytes: Uint8Array) => Promise<void>;

/** The explorer as it was built with this code. */
export interface Explorer {
  /** Publishes its files, then who vouches for them: once in the life of a process, for what has been written stays. Gives what pages load. */
  place(put: PutAsset, vouch: Vouch): Promise<Assets>;
}

/** The files of the explorer, and those of them that a page loads. */
export interface ExplorerBuild {
  /** Path of the module that a page loads, and of the style sheet. */
  readonly script: string;
  readonly style: string;
  /** Paths of the modules that the first view of a page needs beside the script. */
  readonly ahead: Ahead<string>;
  readonly files: readonly ExplorerFile[];
}

/** A file of the explorer; `path` is from the root of the site. */
export interface ExplorerFile {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

interface Listing extends Pick<ExplorerBuild, 'script' | 'style' | 'ahead'> {
  readonly files: readonly { readonly path: string; readonly contentType: string }[];
}

/**
 * The explorer that lies in a folder: `site.json`, which lists it, and its files. Null where there is none, as where the handler runs from its source.
 * Throws PublishError `explorer-broken` when the listing is not of that form.
 */
export function readExplorer(folder: string): Explorer | null {
  const text = textOf(join(folder, 'site.json'));
  if (text === null) return null;
  const listing: unknown = JSON.parse(text);
  if (!isListing(listing))
    throw new PublishError(
      'explorer-broken',
      `${folder}/site.json is no listing of the explorer: deploy again`,
    );
  let placed: Assets | null = null;
  return {
    async place(put, vouch) {
      placed ??= await placeBuild(buildIn(folder, listing), put, vouch);
      return placed;
    },
  };
}

/**
 * Publishes a build: its files, their checksums, the signature of these. In this order: checksums never name what is not there, and whoever dies in the
 * middle is followed by one who finishes, byte for byte. Throws PublishError `explorer-broken` when what a page loads is none of the files.
 */
export async function placeBuild(build: ExplorerBuild, put: PutAsset, vouch: Vouch): Promise<Assets> {
  const assets = assetsIn(build);
  const { path: sums, text, signature } = await signedSums(build.files, vouch);
  for (const { path, contentType, bytes } of build.files) await put(path, contentType, bytes);
  await put(sums, plain, utf8(text));
  await put(signaturePath(sums), plain, utf8(signature));
  return { ...assets, sums };
}

const plain = 'text/plain; charset=utf-8';

function assetsIn(build: ExplorerBuild): Omit<Assets, 'sums'> {
  const one = (path: string): Asset => assetIn(build, path);
  const all = (paths: InEvery<readonly string[]>) => inEvery((language) => paths[language].map(one));
  const { script, style, ahead } = build;
  return {
    script: one(script),
    style: one(style),
    ahead: { home: all(ahead.home), election: all(ahead.election) },
  };
}

function assetIn({ files }: ExplorerBuild, path: string): Asset {
  const file = files.find((one) => one.path === path);
  if (file) return { path, integrity: integrityOf(file.bytes) };
  throw new PublishError(
    'explorer-broken',
    `the explorer loads ${path}, which is none of its files: deploy again`,
  );
}

function buildIn(folder: string, { files, ...loaded }: Listing): ExplorerBuild {
  return {
    ...loaded,
    files: files.map((file) => ({ ...file, bytes: readFileSync(join(folder, file.path)) })),
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isObject(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}

const isPaths = listOf(isString);
const isInEvery = shape({ en: isPaths, kk: isPaths, ru: isPaths });
const isListing = (value: unknown): value is Listing =>
  shape({
    script: isString,
    style: isString,
    ahead: shape({ home: isInEvery, election: isInEvery }),
    files: listOf(shape({ path: isString, contentType: isString })),
  })(value);
