import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { Latest } from '../../../functions/model/generated/latest.ts';
import type { Summary } from '../../../functions/model/generated/summary.ts';
import { readSummary } from '../../../functions/publish/site/pages/summary-form.ts';
import type { PublishedElection, ReleaseNote } from '../../../functions/publish/site/site.ts';
import { sha256 } from '../../../functions/publish/write/hash.ts';
import { ReleaseDefect } from '../../release/defect.ts';
import { checkedDocument, decoded } from '../../release/documents.ts';
import { electionOfSite, electionText, type SiteFolder } from '../../release/election.ts';
import { type ChainLink, chainFrom } from '../election/chain.ts';

/** An election of the site, as its own files have it. */
export interface ElectionHistory {
  readonly id: string;
  readonly latest: Latest;
  /** Its releases, the newest first. */
  readonly links: readonly ChainLink[];
  /** The one that `latest` names. Throws ReleaseDefect where it names none of them. */
  current(): ChainLink;
  /** What the root says of it once the root has been written after latest.json. */
  now(): Promise<PublishedElection>;
  /** What the root said when the release of `link` was the newest. */
  at(link: ChainLink): Promise<PublishedElection>;
  /** summary.json of a release. */
  summary(link: ChainLink): Promise<Summary>;
}

/** The history of an election; null where no latest.json lies there. Throws ReleaseDefect, the file with its path from the root. */
export async function historyOf(site: SiteFolder, id: string): Promise<ElectionHistory | null> {
  return fromRoot(id, async () => {
    const election = electionOfSite(site, id);
    const text = await electionText(election, 'latest.json');
    if (text === null) return null;
    const latest = checkedDocument(text, 'latest.json', 'latest');
    if (latest.election !== id) throw defect('latest.json', `the election ${id}`, latest.election);
    const links = await chainFrom(election, { election: id, ...latest.newest });
    const as = (link: ChainLink, pointer: Latest) =>
      fromRoot(id, async () => ({
        definition: await definitionIn(site, link),
        latest: pointer,
        releases: links.slice(links.indexOf(link)).map(noteOf).reverse(),
      }));
    const current = () => {
      const named = links.find(({ manifest }) => manifest.version === latest.version);
      if (named) return named;
      throw defect(`elections/${id}/latest.json`, 'a release of the chain', latest.version);
    };
    return {
      id,
      latest,
      links,
      current,
      now: async () => as(current(), latest),
      at: (link) => as(link, { ...latest, ...noteOf(link) }),
      summary: (link) =>
        fromRoot(id, async () => {
          const { text } = await wholeIn(site, link, 'summary.json', 'summary');
          return readSummary(text, noteOf(link).path);
        }),
    };
  });
}

function noteOf({ manifest, hash }: ChainLink): ReleaseNote {
  const { election, version, revision, at, status } = manifest;
  return { version, revision, at, status, manifest: hash, path: `elections/${election}/${version}/` };
}

/** A file of a release, its bytes those of the manifest; `what` it is, for the message. */
async function wholeIn(
  site: SiteFolder,
  { manifest }: ChainLink,
  path: string,
  what: string,
): Promise<{ readonly file: string; readonly text: string }> {
  const file = `${manifest.version}/${path}`;
  const bytes = await site.document(`elections/${manifest.election}/${file}`);
  const listed = manifest.files.find((one) => one.path === path);
  if (bytes === null || sha256(bytes) !== listed?.sha256)
    throw defect(file, `the ${what} with the SHA-256 of the manifest`, bytes ? 'another' : 'none');
  return { file, text: decoded(bytes, file) };
}

async function definitionIn(site: SiteFolder, link: ChainLink): Promise<ElectionDefinition> {
  const { file, text } = await wholeIn(site, link, 'election.json', 'definition');
  return checkedDocument(text, file, 'election');
}

/** Runs on an election whose files are named from its own folder. */
async function fromRoot<T>(id: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ReleaseDefect)) throw error;
    throw new ReleaseDefect({
      ...error.difference,
      file: `elections/${id}/${error.difference.file}`,
    });
  }
}

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
