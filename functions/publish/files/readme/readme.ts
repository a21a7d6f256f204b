import { link, markdownTable, plain } from '../../../model/markdown.ts';
import { inLanguage } from '../../../model/text.ts';
import { statusOf } from '../../figures/status.ts';
import type { Release } from '../../release.ts';
import { document } from '../../write/blocks.ts';
import { documentFile, type Writing, type WrittenFile } from '../file.ts';
import { resultsSection } from './results.ts';
import { scenariosSection } from './scenarios.ts';

/** README.md: the release for a person. All that comes from uploads is escaped. */
export const readme = documentFile({
  path: 'README.md',
  mediaType: 'text/markdown; charset=utf-8',
  description: 'What this is, for a person.',
  content: (writing) =>
    document(
      `${sections(writing)
        .filter((section) => section !== '')
        .join('\n\n')}\n`,
    ),
});

function sections({ release, files }: Writing): string[] {
  return [
    heading(release),
    warnings(release),
    facts(release),
    resultsSection(release),
    scenariosSection(release),
    fileSection(files),
    computed,
    notes(release),
    sources(release),
  ];
}

function heading({ definition }: Release): string {
  const names = definition.languages
    .map((language) => definition.name[language])
    .filter((name) => name !== undefined);
  const main = inLanguage(definition.name, 'en');
  const others = names.filter((name) => name !== main).map((name) => `*${plain(name)}*`);
  return [`# ${plain(main)}`, ...(others.length > 0 ? [others.join(' · ')] : [])].join('\n\n');
}

function warnings(release: Release): string {
  const { synthetic } = release.definition;
  const { status, by, reason } = statusOf(release);
  const texts = [];
  if (synthetic)
    texts.push(
      `> **SYNTHETIC DATA.** These protocols are made up. They sum to the totals of \`${synthetic.of}\` (seed ${synthetic.seed}); no station reported them.`,
    );
  if (status === 'withdrawn')
    texts.push(
      `> **WITHDRAWN** by ${plain(by ?? '')}: ${plain(reason ?? '')} Do not use these data any more.`,
    );
  return texts.join('\n\n');
}

function facts(release: Release): string {
  const { definition, version, at, state, previous } = release;
  const status = statusOf(release);
  const said =
    status.by === null
      ? ' (nobody has declared more)'
      : `, says ${plain(status.by)} (${plain(status.at ?? '')}): ${plain(status.reason ?? '')}`;
  return [
    `- Election: \`${definition.id}\`, ${plain(definition.date)}, ${plain(definition.country)}`,
    `- Authority: ${plain(inLanguage(definition.authority.name, 'en'))}${definition.authority.url === undefined ? '' : ` ${link(definition.authority.url)}`}`,
    `- Version: ${version}, revision ${state.revision} of the ledger, begun ${plain(at)}${previous ? `; follows ${previous.version}, see \`changes.csv\`` : '; the first release'}`,
    `- Status: **${status.status}**${said}`,
    `- Licence: ${plain(definition.licence.title)} ${link(definition.licence.url)}`,
  ].join('\n');
}

/** The certificates and their explanations stand as one line: there may be hundreds. */
function fileSection(files: readonly WrittenFile[]): string {
  const allocation = files.filter(({ path }) => path.startsWith('allocation/'));
  const certificates = allocation.filter(({ path }) => path.endsWith('.json'));
  const rows = files
    .filter((file) => !allocation.includes(file) && file.listedIn === undefined)
    .map(({ path, bytes, description }) => [`[${path}](${path})`, String(bytes), plain(description)]);
  const size = allocation.reduce((sum, { bytes }) => sum + bytes, 0);
  rows.push([
    '[allocation/](allocation/)',
    String(size),
    `The certificate of each contest, under the law in force and under each scenario (${certificates.length}): how its result follows from its votes; and the same in sentences, in English, Kazakh and Russian (.md).`,
  ]);
  return [
    '## Files',
    markdownTable(['File', 'Bytes', 'What it holds'], rows),
    '`manifest.json` and `SHA256SUMS` vouch for all of them: `sha256sum -c SHA256SUMS`.',
  ].join('\n\n');
}

const computed = `## How it was computed

Every number of every protocol is in \`results.csv\` with the source and the uploaded file it came from. \`totals.csv\` are their
sums up the tree of areas. Seats follow from the totals under the law with exact arithmetic; \`allocation/\` has, for each contest,
every step with its article, for programs and in sentences. An empty cell was not reported: it is never zero. Inconsistencies of the
protocols are kept as they are and listed in \`findings.csv\`. \`indicators.csv\` holds what statistics say of the stations: questions to
ask, never verdicts. \`ledger.ndjson\` is the log of all that was accepted or rejected; \`summary.json\` lists the uploads that are
rejected still. CSV files are UTF-8 by RFC 4180; a text that a spreadsheet would run as a formula has an apostrophe before it.`;

function notes({ definition }: Release): string {
  const texts = (definition.notes ?? []).map((note) => `- ${plain(inLanguage(note, 'en'))}`);
  return texts.length > 0 ? `## Notes\n\n${texts.join('\n')}` : '';
}

function sources({ definition }: Release): string {
  const texts = definition.sources.map(
    ({ id, title, url }) => `- \`${id}\`: ${plain(title)}${url === undefined ? '' : ` ${link(url)}`}`,
  );
  return texts.length > 0 ? `## Sources\n\n${texts.join('\n')}` : '';
}
