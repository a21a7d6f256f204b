import { describeElections } from '../../../functions/publish/folders/elections.ts';
import type { Assets } from '../../../functions/publish/site/pages/frame.ts';
import { type PublishedElection, rootFiles, rootNames } from '../../../functions/publish/site/site.ts';
import { counted } from '../../outcome.ts';
import type { Difference } from '../../release/defect.ts';
import type { Check } from '../check.ts';
import { baseOf } from './base.ts';
import { earlierStates } from './earlier.ts';
import type { SiteEvidence } from './evidence.ts';
import type { ElectionHistory } from './history.ts';
import { type FoundPage, isText } from './page.ts';

/** The index of all elections, which is no file of the root, and is made from the same pointers. */
const electionsIndex = 'elections/index.json';

/** The files that are made from the state of all elections. */
export const rootPaths: readonly string[] = [...rootNames, electionsIndex];

/**
 * The files of the root, made anew from those of the elections, are the same to the byte. They are written one by one after latest.json, so that
 * each may be as it was before the newest releases: that is said, and is no difference.
 */
export const root: Check<SiteEvidence> = {
  name: 'root',
  async run(evidence) {
    const [histories, base] = [await evidence.elections(), await baseOf(evidence.site)];
    const now: PublishedElection[] = [];
    for (const history of histories) now.push(await history.now());
    const filesWith = byAssets((assets) => filesOf(base, now, assets));
    const late: string[] = [];
    for (const path of rootPaths) {
      const page = await evidence.page(path);
      if (page.wrong !== null) return { differs: differing(path, page.wrong) };
      if (isText(page, filesWith(page.assets).get(path))) continue;
      const without = await missingIn(path, page, base, histories);
      if (!without) return { differs: differing(path, 'other bytes') };
      late.push(`${path} is older than ${without.join(' and ')}`);
    }
    if (late.length > 0) return { open: `${late.join('; ')}: it is written after it` };
    const address = base === null ? 'relative addresses' : `addresses under ${base}`;
    return {
      holds: `${counted(rootPaths.length, 'file')} follow from ${counted(now.length, 'election')}, with ${address}`,
    };
  },
};

function filesOf(
  base: string | null,
  elections: readonly PublishedElection[],
  assets: Assets | null,
): Map<string, string> {
  const files = [...rootFiles({ base, elections }, assets)].map(([name, { text }]) => [name, text] as const);
  return new Map([...files, [electionsIndex, describeElections(elections.map(({ latest }) => latest))]]);
}

/** Makes the files once for what they load: most files load nothing, and the pages all the same. */
function byAssets<T>(make: (assets: Assets | null) => T): (assets: Assets | null) => T {
  const made = new Map<string, T>();
  return (assets) => {
    const key = JSON.stringify(assets);
    const known = made.get(key) ?? make(assets);
    made.set(key, known);
    return known;
  };
}

/** The releases without which a file says what it does; null when it never said so. */
async function missingIn(
  path: string,
  page: FoundPage,
  base: string | null,
  histories: readonly ElectionHistory[],
): Promise<readonly string[] | null> {
  for await (const { elections, without } of earlierStates(histories))
    if (isText(page, filesOf(base, elections, page.assets).get(path))) return without;
  return null;
}

function differing(file: string, found: string): Difference {
  return {
    file,
    at: '',
    expected: 'what follows from latest.json and the releases of every election',
    found,
  };
}
