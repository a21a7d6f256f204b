import type { Asset, Assets } from '../../../functions/publish/site/pages/frame.ts';
import { integrityOf } from '../../../functions/publish/write/hash.ts';

/** A file that may be a page, as it lies there, and what of the explorer it loads; null where it loads nothing. */
export interface FoundPage {
  readonly found: Uint8Array;
  readonly assets: Assets | null;
}

/** The bytes of a file by its path from the root; null when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/**
 * Reads a file that may be a page; gives what is wrong where it is not there, or loads what is not there. The page is not trusted: it is made anew with
 * what it loads and compared, and one with a changed name or hash would else be made anew with that. So the names must lead somewhere, and the hashes are
 * those of the files.
 *
 * @param asset reads a file of the explorer
 */
export async function pageIn(
  read: ReadFile,
  asset: ReadFile,
  path: string,
): Promise<FoundPage | { readonly why: string }> {
  const found = await read(path);
  if (found === null) return { why: 'no such file' };
  const named = namedIn(found);
  if (named === null) return { found, assets: null };
  for (const one of [named.script, named.style]) {
    const bytes = await asset(one.path);
    if (bytes === null) return missing(one.path);
    if (integrityOf(bytes) !== one.integrity)
      return { why: `a page that loads ${one.path} by the hash of other bytes` };
  }
  if ((await asset(named.sums)) === null) return missing(named.sums);
  return { found, assets: named };
}

/** Whether the bytes are those of a text that should be there. */
export function isText({ found }: Pick<FoundPage, 'found'>, text: string | undefined): boolean {
  return text !== undefined && Buffer.from(text).equals(found);
}

function missing(path: string): { readonly why: string } {
  return { why: `a page that leads to ${path}, which is not there` };
}

function namedIn(page: Uint8Array): Assets | null {
  const text = Buffer.from(page).toString();
  const [script, style] = [assetIn(text, loading.script), assetIn(text, loading.style)];
  const sums = loading.sums.exec(text)?.[1];
  return script && style && sums !== undefined ? { script, style, sums } : null;
}

function assetIn(text: string, pattern: RegExp): Asset | null {
  const [, path, integrity] = pattern.exec(text) ?? [];
  return path === undefined || integrity === undefined ? null : { path, integrity };
}

const loading = {
  script:
    /<script type="module" src="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.js)" integrity="(sha384-[A-Za-z0-9+/]{64})">/,
  style:
    /<link rel="stylesheet" href="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.css)" integrity="(sha384-[A-Za-z0-9+/]{64})">/,
  sums: /<link rel="describedby" type="text\/plain" href="(?:\.\.\/)*(assets\/[0-9a-f]{16}\.sha256sums)">/,
};
