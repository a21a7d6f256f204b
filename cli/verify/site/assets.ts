import type { Assets } from '../../../functions/publish/site/pages/frame.ts';
import type { SiteEvidence } from './evidence.ts';

/** A file that may be a page, as it lies there, and the script and style that it loads; null where it loads none. */
export interface FoundPage {
  readonly found: Uint8Array;
  readonly assets: Assets | null;
}

/**
 * Reads a file that may be a page; gives what is wrong where it is not there, or loads what is not there. The page is not trusted: it is made anew with
 * what it loads and compared, and one with a changed name would else be made anew with that name.
 */
export async function pageIn(
  { site, hasAsset }: Pick<SiteEvidence, 'site' | 'hasAsset'>,
  path: string,
): Promise<FoundPage | { readonly why: string }> {
  const found = await site.document(path);
  if (found === null) return { why: 'no such file' };
  const assets = assetsIn(found);
  for (const asset of assets === null ? [] : [assets.script, assets.style])
    if (!(await hasAsset(asset))) return { why: `a page that loads ${asset}, which is not there` };
  return { found, assets };
}

/** Whether the bytes are those of a text that should be there. */
export function isText({ found }: Pick<FoundPage, 'found'>, text: string | undefined): boolean {
  return text !== undefined && Buffer.from(text).equals(found);
}

function assetsIn(page: Uint8Array): Assets | null {
  const text = Buffer.from(page).toString();
  const script = named.script.exec(text)?.[1];
  const style = named.style.exec(text)?.[1];
  return script === undefined || style === undefined ? null : { script, style };
}

const named = {
  script: /<script type="module" src="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.js)">/,
  style: /<link rel="stylesheet" href="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.css)">/,
};
