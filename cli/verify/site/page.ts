import { inEvery } from '../../../functions/model/text/languages.ts';
import type { Asset, Assets } from '../../../functions/publish/site/pages/frame.ts';
import { integrityOf } from '../../../functions/publish/write/hash.ts';

/** A file that may be a page, as it lies there. */
export interface FoundPage {
  /** Null where there is no such file. */
  readonly found: Uint8Array | null;
  /** What of the explorer it says it loads; null where it loads nothing. */
  readonly assets: Assets | null;
  /** Why it cannot be a page of the site; null where nothing is known against it. */
  readonly wrong: string | null;
}

/** The bytes of a file by its path from the root; null when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/**
 * Reads a file that may be a page. It is not trusted: it is made anew with what it loads and compared, and one with a changed name or hash would else be
 * made anew with that. So the names must lead somewhere, and the hashes be those of the files.
 *
 * @param asset reads a file of the explorer
 */
export async function pageIn(read: ReadFile, asset: ReadFile, path: string): Promise<FoundPage> {
  const found = await read(path);
  if (found === null) return { found, assets: null, wrong: 'no such file' };
  const assets = namedIn(found);
  return { found, assets, wrong: assets && (await wrongWith(assets, asset)) };
}

/** Whether the bytes are those of a text that should be there. */
export function isText({ found }: Pick<FoundPage, 'found'>, text: string | undefined): boolean {
  return found !== null && text !== undefined && Buffer.from(text).equals(found);
}

/** Each file that a page loads, or tells the browser to ask for ahead, once. `assets` is what pageIn has read in it. */
export function loadedBy({ script, style, ahead }: Assets): readonly Asset[] {
  return [script, style, ...ahead.home.en];
}

async function wrongWith(assets: Assets, asset: ReadFile): Promise<string | null> {
  for (const { path, integrity } of loadedBy(assets)) {
    const bytes = await asset(path);
    if (bytes === null) return `a page that leads to ${path}, which is not there`;
    if (integrityOf(bytes) !== integrity) return `a page that loads ${path} by the hash of other bytes`;
  }
  const { sums } = assets;
  return (await asset(sums)) === null ? `a page that leads to ${sums}, which is not there` : null;
}

function namedIn(page: Uint8Array): Assets | null {
  const text = Buffer.from(page).toString();
  const [script, style] = [assetIn(text, loading.script), assetIn(text, loading.style)];
  const sums = loading.sums.exec(text)?.[1];
  const ahead = [...text.matchAll(loading.ahead)].flatMap(
    ([, path, integrity]) => assetOf(path, integrity) ?? [],
  );
  // The page does not say of which kind and language it is: whoever makes it anew knows, and takes the one list that is in it.
  const same = inEvery(() => ahead);
  return script && style && sums !== undefined
    ? { script, style, sums, ahead: { home: same, election: same } }
    : null;
}

function assetIn(text: string, pattern: RegExp): Asset | null {
  const [, path, integrity] = pattern.exec(text) ?? [];
  return assetOf(path, integrity);
}

function assetOf(path: string | undefined, integrity: string | undefined): Asset | null {
  return path === undefined || integrity === undefined ? null : { path, integrity };
}

const loading = {
  script:
    /<script type="module" src="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.js)" integrity="(sha384-[A-Za-z0-9+/]{64})">/,
  style:
    /<link rel="stylesheet" href="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.css)" integrity="(sha384-[A-Za-z0-9+/]{64})">/,
  ahead:
    /<link rel="modulepreload" href="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.js)" integrity="(sha384-[A-Za-z0-9+/]{64})">/g,
  sums: /<link rel="describedby" type="text\/plain" href="(?:\.\.\/)*(assets\/[0-9a-f]{16}\.sha256sums)">/,
};
