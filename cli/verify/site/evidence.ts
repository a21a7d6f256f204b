import { isElectionId } from '../../../functions/model/ids.ts';
import { once } from '../../../functions/publish/verify/once.ts';
import { ReleaseDefect } from '../../release/defect.ts';
import type { SiteFolder } from '../../release/election.ts';
import { type ElectionHistory, historyOf } from './history.ts';
import { pageIn, type ReadFile } from './page.ts';

/** What the checks of a root look at. */
export interface SiteEvidence {
  readonly site: SiteFolder;
  /** Every election that has a pointer, ordered by id. */
  elections(): Promise<readonly ElectionHistory[]>;
  /** Text of the public key that whoever verifies has given; null when none was. */
  readonly key: string | null;
  /** A file of the explorer; null when it is not there. Every page names the same ones, and each is read once. */
  readonly asset: ReadFile;
  /** A file that may be a page, read once. */
  page(path: string): ReturnType<typeof pageIn>;
}

/** The evidence in a site. `key` is the text of the public key that was given; null when none was. */
export function siteEvidence(site: SiteFolder, key: string | null): SiteEvidence {
  const asset = onceEach(site.document);
  return {
    site,
    key,
    asset,
    page: onceEach((path) => pageIn(site.document, asset, path)),
    elections: once(async () => {
      const histories: ElectionHistory[] = [];
      for (const id of await electionIds(site)) {
        const history = await historyOf(site, id);
        if (history) histories.push(history);
        else await missPointer(site, id);
      }
      return histories;
    }),
  };
}

function onceEach<T>(read: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path) => {
    const found = known.get(path) ?? read(path);
    known.set(path, found);
    return found;
  };
}

/** Whether a root lies there: a list of all elections, by either name. */
export async function isSite(site: SiteFolder): Promise<boolean> {
  for (const file of lists) if (await isThere(site, file)) return true;
  return false;
}

/** Whether a file lies there, also one that cannot be read for what it should be: the checks say that. */
export async function isThere(site: SiteFolder, file: string): Promise<boolean> {
  return (await site.document(file).catch(orDefect)) !== null;
}

/** The elections of a site, ordered by id: those that its lists name, and on this machine those that have a folder. */
export async function electionIds(site: SiteFolder): Promise<string[]> {
  const ids = new Set<string>();
  for (const file of lists) for (const id of await namedIn(site, file)) ids.add(id);
  for (const path of (await site.disk?.list()) ?? []) {
    const [folder, id = '', ...rest] = path.split('/');
    if (folder === 'elections' && rest.length > 0 && isElectionId(id)) ids.add(id);
  }
  return [...ids].sort();
}

/** Before its first release an election has no pointer, and neither list names it. */
async function missPointer(site: SiteFolder, id: string): Promise<void> {
  for (const file of lists) if (!(await namedIn(site, file)).has(id)) return;
  throw new ReleaseDefect({
    file: `elections/${id}/latest.json`,
    at: '',
    expected: `the pointer of an election that ${lists.join(' and ')} name`,
    found: 'no such file',
  });
}

/** Both name the folder of each election; what else stands in them is checked later, and a list that cannot be read names none. */
async function namedIn(site: SiteFolder, file: string): Promise<Set<string>> {
  const text = Buffer.from((await site.document(file).catch(orDefect)) ?? []).toString();
  const names = text.matchAll(/"(?:election|name)": "([^"/]+)\/?"/g);
  return new Set([...names].flatMap(([, id = '']) => (isElectionId(id) ? [id] : [])));
}

function orDefect(error: unknown): Uint8Array {
  if (error instanceof ReleaseDefect) return new Uint8Array();
  throw error;
}

const lists = ['catalog.json', 'elections/index.json'] as const;
