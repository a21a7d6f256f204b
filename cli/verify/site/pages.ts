import type { Latest } from '../../../functions/model/generated/latest.ts';
import { electionPages } from '../../../functions/publish/site/pages/election.ts';
import { pageNames } from '../../../functions/publish/site/pages/frame.ts';
import { counted } from '../../outcome.ts';
import type { Difference } from '../../release/defect.ts';
import type { Check } from '../check.ts';
import type { ChainLink } from '../election/chain.ts';
import { mostLate } from './earlier.ts';
import type { SiteEvidence } from './evidence.ts';
import type { ElectionHistory } from './history.ts';
import { type FoundPage, isText } from './page.ts';

/** The pages of an election, from the root of the site. */
export function pagePaths(election: string): string[] {
  return pageNames.map((name) => pathOf(election, name));
}

function pathOf(election: string, name: string): string {
  return `elections/${election}/${name}`;
}

/**
 * The pages of each election, made anew from its pointer and the summary of the release that it names, are the same to the byte. They are written
 * after latest.json, so that they may be those of the release before: that is said, and is no difference.
 */
export const pages: Check<SiteEvidence> = {
  name: 'pages',
  async run(evidence) {
    const histories = await evidence.elections();
    const late: string[] = [];
    for (const history of histories)
      for (const name of pageNames) {
        const path = pathOf(history.id, name);
        const page = await evidence.page(path);
        if (page.wrong !== null) return { differs: differing(path, page.wrong) };
        const version = await releaseOf(history, name, page);
        if (version === null) return { differs: differing(path, 'other bytes') };
        if (version !== history.latest.version) late.push(`${path} is that of release ${version}`);
      }
    if (late.length > 0) return { open: `${late.join('; ')}: it is written after latest.json` };
    return {
      holds: `the pages of ${counted(histories.length, 'election')} follow from pointers and summaries`,
    };
  },
};

/** The version of the release that a page shows, the pointer's first; null when it is the page of none. */
async function releaseOf(history: ElectionHistory, name: string, page: FoundPage): Promise<string | null> {
  const isPageOf = async (link: ChainLink, latest: Latest) =>
    isText(page, electionPages(latest, await history.summary(link), page.assets).get(name)?.text);
  if (await isPageOf(history.current(), history.latest)) return history.latest.version;
  for (const link of history.links.slice(0, mostLate)) {
    const { latest } = await history.at(link);
    if (await isPageOf(link, latest)) return latest.version;
  }
  return null;
}

function differing(file: string, found: string): Difference {
  return { file, at: '', expected: 'what follows from latest.json and the summary of its release', found };
}
