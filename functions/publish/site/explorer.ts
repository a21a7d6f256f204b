import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../../model/json.ts';
import { isString, listOf, shape } from '../../model/shape.ts';
import { PublishError } from '../errors.ts';
import type { Assets } from './pages/frame.ts';

/** Writes one file of the explorer, unless it is there. */
export type PutAsset = (path: string, mediaType: string, bytes: Uint8Array) => Promise<void>;

/** The explorer as it was built with this code. */
export interface Explorer {
  readonly assets: Assets;
  /** Publishes its files: once in the life of a process, for what has been written stays. */
  place(put: PutAsset): Promise<void>;
}

interface Listing {
  readonly script: string;
  readonly style: string;
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
  let placed = false;
  return {
    assets: { script: listing.script, style: listing.style },
    async place(put) {
      if (placed) return;
      for (const { path, contentType } of listing.files)
        await put(path, contentType, readFileSync(join(folder, path)));
      placed = true;
    },
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

const isListing = (value: unknown): value is Listing =>
  shape({
    script: isString,
    style: isString,
    files: listOf(shape({ path: isString, contentType: isString })),
  })(value);
