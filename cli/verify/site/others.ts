import { shown } from '../../release/defect.ts';
import type { SiteFolder } from '../../release/election.ts';
import type { Check } from '../check.ts';
import { logFilesOf } from '../election/log-files.ts';
import type { SiteEvidence } from './evidence.ts';
import type { ElectionHistory } from './history.ts';
import { isKeptKey, siteKey } from './keys.ts';
import { pagePaths } from './pages.ts';
import { rootPaths } from './root.ts';

/** Which files of the site no check looks at: what somebody has put there, or a release that was not finished. */
export const others: Check<SiteEvidence> = {
  name: 'others',
  async run({ site, elections }) {
    if (!site.disk) return { open: 'nobody can list an address: files that nothing names may lie there' };
    const root = new Set([...rootPaths, siteKey]);
    const areCovered: ((path: string) => boolean)[] = [
      (path) => root.has(path) || isKeptKey(path) || path.startsWith('assets/'),
    ];
    for (const history of await elections()) areCovered.push(await coveredIn(site, history));
    const left = (await site.disk.list()).filter((path) => !areCovered.some((covers) => covers(path)));
    if (left.length === 0) return { holds: 'every file is one that a check looks at' };
    const first = left.slice(0, 5).map(shown).join(', ');
    const files = left.length === 1 ? '1 file is' : `${left.length} files are`;
    return {
      open: `${files} not of a release or a log, and not covered: ${first}${left.length > 5 ? ', …' : ''}`,
    };
  },
};

/** What the checks of an election look at: its pointer, lists and pages, all of its releases, the files of its log. */
async function coveredIn(
  site: SiteFolder,
  { id, links }: ElectionHistory,
): Promise<(path: string) => boolean> {
  const folder = `elections/${id}/`;
  const own = new Set(['latest.json', 'versions.json', 'index.json'].map((name) => folder + name));
  const pages = new Set(pagePaths(id));
  const versions = links.map(({ manifest }) => manifest.version);
  const [releases, log] = [versions.map((version) => `${folder}${version}/`), `${folder}log/`];
  const isOfLog = await logFilesOf((path) => site.document(log + path), versions);
  return (path) =>
    own.has(path) ||
    pages.has(path) ||
    releases.some((release) => path.startsWith(release)) ||
    (path.startsWith(log) && isOfLog(path.slice(log.length)));
}
