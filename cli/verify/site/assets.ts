import type { Assets } from '../../../functions/publish/site/pages/frame.ts';
import type { SiteFolder } from '../../release/election.ts';
import { isThere } from './evidence.ts';

/** Script and style that a published page loads; null for a page that loads none. The page is not trusted: it is made anew with them and compared. */
export function assetsIn(page: Uint8Array): Assets | null {
  const text = Buffer.from(page).toString();
  const script = named.script.exec(text)?.[1];
  const style = named.style.exec(text)?.[1];
  return script === undefined || style === undefined ? null : { script, style };
}

/** The asset that a page loads and that is not there; null when both are. A page with a changed name would otherwise be made anew with that name. */
export async function missingAsset(site: SiteFolder, assets: Assets | null): Promise<string | null> {
  for (const path of assets === null ? [] : [assets.script, assets.style])
    if (!(await isThere(site, path))) return path;
  return null;
}

const named = {
  script: /<script type="module" src="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.js)">/,
  style: /<link rel="stylesheet" href="(?:\.\.\/)*(assets\/[A-Za-z0-9_-]+\.css)">/,
};
