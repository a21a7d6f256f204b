import { shown } from '../../release/defect.ts';
import type { Check } from '../check.ts';
import type { SiteEvidence } from './evidence.ts';
import { isKeptKey, siteKey } from './keys.ts';
import { pagePaths } from './pages.ts';
import { rootPaths } from './root.ts';

/** Which files of the site no check looks at: what somebody has put there, or a release that was not finished. */
export const others: Check<SiteEvidence> = {
  name: 'others',
  async run({ site, elections }) {
    if (!site.disk) return { open: 'nobody can list an address: files that nothing names may lie there' };
    const covered = [...rootPaths, siteKey];
    const folders: string[] = [];
    for (const { id, links } of await elections()) {
      const folder = `elections/${id}/`;
      for (const file of ['latest.json', 'versions.json', 'index.json']) covered.push(folder + file);
      covered.push(...pagePaths(id));
      folders.push(`${folder}log/`, ...links.map(({ manifest }) => `${folder}${manifest.version}/`));
    }
    const known = new Set(covered);
    const left = (await site.disk.list()).filter(
      (path) => !known.has(path) && !isKeptKey(path) && !folders.some((folder) => path.startsWith(folder)),
    );
    if (left.length === 0) return { holds: 'every other file is one of a release or a log' };
    const first = left.slice(0, 5).map(shown).join(', ');
    const files = left.length === 1 ? '1 file is' : `${left.length} files are`;
    return { open: `${files} not of a release, and not covered: ${first}${left.length > 5 ? ', …' : ''}` };
  },
};
