import { describeElections } from '../../../functions/publish/folders/elections.ts';
import type { Assets } from '../../../functions/publish/site/pages/frame.ts';
import { type PublishedElection, rootFiles, rootNames } from '../../../functions/publish/site/site.ts';
import { counted } from '../../outcome.ts';
import type { Difference } from '../../release/defect.ts';
import type { Check } from '../check.ts';
import { assetsIn, missingAsset } from './assets.ts';
import { baseOf } from './base.ts';
import { earlierStates } from './earlier.ts';
import type { SiteEvidence } from './evidence.ts';
import type { ElectionHistory } from './history.ts';

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
  async run({ site, elections }) {
    const [histories, base] = [await elections(), await baseOf(site)];
    const now: PublishedElection[] = [];
    for (const history of histories) now.push(await history.now());
    const late: string[] = [];
    for (const path of rootPaths) {
      const judged = await judge(site, path, (found) => filesOf(base, now, assetsIn(found)).get(path));
      if (judged === 'holds') continue;
      const without = judged.found && (await missingIn(path, judged.found, base, histories));
      if (!without) return { differs: differing(path, judged.why) };
      late.push(`${path} is older than ${without.join(' and ')}`);
    }
    if (late.length > 0) return { open: `${late.join('; ')}: it is written after it` };
    const address = base === null ? 'relative addresses' : `addresses under ${base}`;
    return {
      holds: `${counted(rootPaths.length, 'file')} follow from ${counted(now.length, 'election')}, with ${address}`,
    };
  },
};

/** Whether a file is what follows from the state of now; `found` is there where it may follow from an earlier one. */
async function judge(
  site: SiteEvidence['site'],
  path: string,
  expected: (found: Uint8Array) => string | undefined,
): Promise<'holds' | { readonly found: Uint8Array | null; readonly why: string }> {
  const found = await site.document(path);
  if (found === null) return { found, why: 'no such file' };
  const missing = await missingAsset(site, assetsIn(found));
  if (missing !== null) return { found: null, why: `a page that loads ${missing}, which is not there` };
  return isText(found, expected(found)) ? 'holds' : { found, why: 'other bytes' };
}

function filesOf(
  base: string | null,
  elections: readonly PublishedElection[],
  assets: Assets | null,
): Map<string, string> {
  const files = [...rootFiles({ base, elections }, assets)].map(([name, { text }]) => [name, text] as const);
  return new Map([...files, [electionsIndex, describeElections(elections.map(({ latest }) => latest))]]);
}

function isText(bytes: Uint8Array, text: string | undefined): boolean {
  return text !== undefined && Buffer.from(text).equals(bytes);
}

/** The releases without which a file says what it does; null when it never said so. */
async function missingIn(
  path: string,
  found: Uint8Array,
  base: string | null,
  histories: readonly ElectionHistory[],
): Promise<readonly string[] | null> {
  for await (const { elections, without } of earlierStates(histories))
    if (isText(found, filesOf(base, elections, assetsIn(found)).get(path))) return without;
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
