import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type SiteFolder, siteAtAddress, siteOnDisk } from '../../release/election.ts';
import { openFolder } from '../../release/folder.ts';
import { isAddress } from '../../release/open.ts';
import { electionIds, isSite, isThere } from './evidence.ts';

/** A site that was named by its root, and where its elections lie. */
export interface SiteTarget {
  readonly site: SiteFolder;
  readonly elections: readonly string[];
}

/** The site whose root a target is; null when it is none. */
export async function siteAt(target: string): Promise<SiteTarget | null> {
  const site = isAddress(target) ? addressed(target) : await onDisk(target);
  if (!site || !(await isSite(site))) return null;
  const elections: string[] = [];
  for (const id of await electionIds(site)) {
    // A pointer that is missed is a difference of the root; before its first release an election has none.
    if (!(await isThere(site, `elections/${id}/latest.json`))) continue;
    elections.push(
      isAddress(target) ? new URL(`elections/${id}/`, site.path).href : join(target, 'elections', id),
    );
  }
  return { site, elections };
}

/** An address within an election is not asked for the files of a root. */
function addressed(target: string): SiteFolder | null {
  if (/\/elections\/[^/]/.test(target) || !URL.canParse(target)) return null;
  return siteAtAddress(new URL(target.endsWith('/') ? target : `${target}/`));
}

async function onDisk(target: string): Promise<SiteFolder | null> {
  const path = await realpath(target).catch(() => null);
  if (path === null) return null;
  const folder = openFolder(path);
  for (const file of ['manifest.json', 'latest.json'])
    if ((await folder.size(file).catch(() => null)) !== null) return null;
  return siteOnDisk(path);
}
