import type { Latest } from '../../../functions/model/generated/latest.ts';
import type { Summary } from '../../../functions/model/generated/summary.ts';
import { electionPageNames, electionPages } from '../../../functions/publish/site/pages/election.ts';
import { readSummary } from '../../../functions/publish/site/pages/summary-form.ts';
import { sha256 } from '../../../functions/publish/write/hash.ts';
import { counted } from '../../outcome.ts';
import { type Difference, ReleaseDefect } from '../../release/defect.ts';
import { decoded } from '../../release/documents.ts';
import type { SiteFolder } from '../../release/election.ts';
import type { Check } from '../check.ts';
import { assetsIn, missingAsset } from './assets.ts';
import type { SiteEvidence } from './evidence.ts';
import type { ElectionHistory } from './history.ts';

/** The pages of an election, from the root of the site. */
export function pagePaths(election: string): string[] {
  return electionPageNames.map((name) => `elections/${election}/${name}`);
}

/**
 * The pages of each election, made anew from its pointer and the summary of the release that it names, are the same to the byte. They are written
 * after latest.json, so that they may be those of the release before: that is said, and is no difference.
 */
export const pages: Check<SiteEvidence> = {
  name: 'pages',
  async run({ site, elections }) {
    const histories = await elections();
    const late: string[] = [];
    for (const history of histories)
      for (const name of electionPageNames) {
        const judged = await judge(site, history, name);
        const path = `elections/${history.id}/${name}`;
        if ('why' in judged) return { differs: differing(path, judged.why) };
        if (judged.version !== history.latest.version)
          late.push(`${path} is that of release ${judged.version}`);
      }
    if (late.length > 0) return { open: `${late.join('; ')}: it is written after latest.json` };
    return {
      holds: `the pages of ${counted(histories.length, 'election')} follow from pointers and summaries`,
    };
  },
};

/** The release that a page shows, or why it shows none. */
async function judge(
  site: SiteFolder,
  history: ElectionHistory,
  name: string,
): Promise<{ readonly version: string } | { readonly why: string }> {
  const found = await site.document(`elections/${history.id}/${name}`);
  if (found === null) return { why: 'no such file' };
  const missing = await missingAsset(site, assetsIn(found));
  if (missing !== null) return { why: `a page that loads ${missing}, which is not there` };
  const version = await releaseOf(site, history, name, found);
  return version === null ? { why: 'other bytes' } : { version };
}

/** The version of the release that a page shows, the pointer's first; null when it is the page of none. */
async function releaseOf(
  site: SiteFolder,
  history: ElectionHistory,
  name: string,
  found: Uint8Array,
): Promise<string | null> {
  const assets = assetsIn(found);
  const isPageOf = async (latest: Latest) => {
    const page = electionPages(latest, await summaryOf(site, history, latest), assets).get(name);
    return page !== undefined && Buffer.from(page.text).equals(found);
  };
  if (await isPageOf((await history.now()).latest)) return history.latest.version;
  for (const link of history.links.slice(0, mostLate)) {
    const { latest } = await history.at(link);
    if (await isPageOf(latest)) return latest.version;
  }
  return null;
}

// As many releases of one election as may be under way before their pages are written.
const mostLate = 5;

async function summaryOf(
  site: SiteFolder,
  history: ElectionHistory,
  { path, version }: Latest,
): Promise<Summary> {
  const file = `${path}summary.json`;
  const bytes = await site.document(file);
  const manifest = history.links.find((link) => link.manifest.version === version)?.manifest;
  const listed = manifest?.files.find((one) => one.path === 'summary.json');
  if (bytes === null || sha256(bytes) !== listed?.sha256)
    throw new ReleaseDefect({
      file,
      at: '',
      expected: 'the summary with the SHA-256 of the manifest',
      found: bytes === null ? 'no such file' : 'another',
    });
  return readSummary(decoded(bytes, file), path);
}

function differing(file: string, found: string): Difference {
  return { file, at: '', expected: 'what follows from latest.json and the summary of its release', found };
}
