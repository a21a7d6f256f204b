import type { ChangeCounts, Entry } from '../../model/ledger.ts';
import { foldLedger } from '../../model/state.ts';
import { plain } from '../../model/text/markdown.ts';
import { inLanguage } from '../../model/text/text.ts';
import { statusOf } from '../figures/status.ts';
import type { PastRelease, Release } from '../release.ts';
import { document } from '../write/blocks.ts';
import { documentFile, type Writing } from './file.ts';

/** CHANGELOG.md: this release and all before it, for a person. What came and why is from the ledger, how much changed is counted in changes.csv. */
export const changelog = documentFile({
  path: 'CHANGELOG.md',
  mediaType: 'text/markdown; charset=utf-8',
  description: 'What each release changed, why, and how far the election was, the newest first.',
  content: (writing) => document(`${sections(writing).join('\n\n')}\n`),
});

function sections({ release, changes }: Writing): string[] {
  const { definition, version, state, at, earlier } = release;
  const releases = [...earlier, { version, revision: state.revision, at, changes }];
  return [
    `# Changes of ${plain(inLanguage(definition.name, 'en'))}`,
    preamble,
    ...releases.map((one, place) => section(release, one, releases[place - 1] ?? null)).reverse(),
  ];
}

const preamble = `Versions are SemVer as the Data Package recipe reads it: major, the columns changed; minor, data was added; patch, values were
corrected. Each release has its own differences, value by value, in its \`changes.csv\`. Releases that were withdrawn since are named in
\`versions.json\`, beside the folders of the releases.`;

function section(release: Release, one: PastRelease, before: PastRelease | null): string {
  const uploads = release.ledger
    .filter(({ number }) => number > (before?.revision ?? 0) && number <= one.revision)
    .flatMap(uploadLine);
  const facts = [kindOf(one.version, before), statusLine(release, one), countLine(one.changes)];
  return [
    `## ${one.version} (${one.at.slice(0, 10)})`,
    facts.filter((text) => text !== '').join(' '),
    ...(uploads.length > 0 ? [uploads.join('\n')] : []),
  ].join('\n\n');
}

function kindOf(version: string, before: PastRelease | null): string {
  if (!before) return 'The first release.';
  const [major, minor] = version.split('.');
  const [formerMajor, formerMinor] = before.version.split('.');
  if (major !== formerMajor) return `Other columns than ${before.version}.`;
  if (minor !== formerMinor) return `More data than ${before.version}.`;
  return `Corrects ${before.version}.`;
}

function statusLine({ ledger }: Release, { revision }: PastRelease): string {
  const { status, by, at, reason } = statusOf({ state: foldLedger(ledger, revision) });
  if (by === null) return `Status: ${status}.`;
  return `Status: ${status}, says ${plain(by)} (${plain(at ?? '')}), for this reason: ${plain(reason ?? '')}.`;
}

function countLine(changes: ChangeCounts | null): string {
  if (!changes) return '';
  const { added, corrected, removed } = changes;
  return `Rows of \`changes.csv\`: ${added} added, ${corrected} corrected, ${removed} removed.`;
}

/** A rejected file changes nothing, and a release that is made is no change of the data. */
function uploadLine(entry: Entry): string[] {
  if (entry.type === 'status') return [`- status.json: ${plain(entry.status.reason)}`];
  if (entry.type !== 'accepted') return [];
  return [`- ${plain(entry.file)}${entry.reason === undefined ? '' : `: ${plain(entry.reason)}`}`];
}
