import type { Contest } from '../../model/generated/election.ts';
import { inLanguage } from '../../model/text.ts';
import { contestSum } from '../figures/contest.ts';
import { statusOf } from '../figures/status.ts';
import type { Release } from '../release.ts';
import { document } from '../write/blocks.ts';
import { link, markdownTable, plain } from '../write/markdown.ts';
import { documentFile, type Writing } from './file.ts';
import { seatRows } from './tables/seats.ts';

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
    contests(release),
    `## Files\n\n${markdownTable(
      ['File', 'Bytes', 'What it holds'],
      files.map(({ path, bytes, description }) => [`[${path}](${path})`, String(bytes), plain(description)]),
    )}\n\n\`manifest.json\` and \`SHA256SUMS\` vouch for all of them: \`sha256sum -c SHA256SUMS\`.`,
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

function contests(release: Release): string {
  return [
    '## Results',
    ...release.definition.contests.map((contest) => contestSection(release, contest)),
  ].join('\n\n');
}

function contestSection(release: Release, contest: Contest): string {
  const sum = contestSum(release, contest);
  const rows = seatRows(release, contest);
  const number = (value: number | bigint | null) => (value === null ? '–' : String(value));
  const parts = [`### ${plain(inLanguage(contest.name, 'en'))}`];
  parts.push(
    sum.reported === 0
      ? 'No votes of this contest have been published.'
      : `${sum.reported} of ${sum.expected ?? 'an unknown number of'} protocols${sum.provisional ? ': **provisional**' : ''}.`,
  );
  if (contest.note) parts.push(plain(inLanguage(contest.note, 'en')));
  if (rows.length > 0)
    parts.push(
      markdownTable(
        ['Option', 'Votes', 'Seats computed', 'Seats declared'],
        contest.options
          .map(({ id, name }) => ({ name, row: rows.find(({ option }) => option === id) }))
          .flatMap(({ name, row }) =>
            row
              ? [[plain(inLanguage(name, 'en')), number(row.votes), number(row.seats), number(row.declared)]]
              : [],
          ),
      ),
    );
  return parts.join('\n\n');
}

const computed = `## How it was computed

Every number of every protocol is in \`results.csv\` with the source and the uploaded file it came from. \`totals.csv\` are their
sums up the tree of areas. Seats follow from the totals under the law with exact arithmetic; \`allocation/\` has, for each contest,
every step with its article. An empty cell was not reported: it is never zero. Inconsistencies of the protocols are kept as
they are and listed in \`findings.csv\`. \`ledger.ndjson\` is the log of all that was accepted. CSV files are UTF-8 by RFC 4180; a text that
a spreadsheet would run as a formula has an apostrophe before it.`;

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
