import type { Report } from '../../model/generated/report.ts';
import type { Language } from '../../model/text/languages.ts';
import { markdownTable, plain } from '../../model/text/markdown.ts';
import { inLanguage } from '../../model/text/text.ts';
import type { FindingGroup } from './groups.ts';
import { placeText } from './place.ts';
import { type Words, words } from './words.ts';

/**
 * A report as a page that a person reads: what became of the file, what to do now, then the findings by rule, worst first, with three examples and the remedy
 * each. What comes from the file is escaped.
 */
export function reportPage(report: Report, language: Language): string {
  const say = words[language];
  const { file, outcome, errors, warnings, groups, next } = report;
  return [
    `# ${say.outcome[outcome]}: ${plain(file)}`,
    '',
    about(report, say),
    '',
    `**${say.errors}: ${errors}. ${say.warnings}: ${warnings}.** ${inLanguage(next, language)}`,
    '',
    ...groups.flatMap((group) => section(group, language)),
    ...changeLines(report, say),
  ].join('\n');
}

function about({ election, versionId, at, bytes, sha256, records }: Report, say: Words): string {
  const rows = [
    [say.election, plain(election)],
    [say.version, plain(versionId)],
    ...(at === '' ? [] : [[say.at, plain(at)]]),
    [say.bytes, String(bytes)],
    ['SHA-256', sha256],
    [say.records, String(records)],
  ];
  return markdownTable(['', ''], rows);
}

function section(
  { code, level, title, count, remedy, examples }: FindingGroup,
  language: Language,
): string[] {
  const say = words[language];
  const rest = count - examples.length;
  return [
    `## ${say.level[level]}: ${plain(inLanguage(title, language))} (${count})`,
    '',
    `\`${code}\` · ${plain(inLanguage(remedy, language))}`,
    '',
    ...examples.map(({ where, message }) => {
      const place = placeText(where, language);
      const text = plain(inLanguage(message, language));
      return place === '' ? `- ${text}` : `- ${plain(place)}: ${text}`;
    }),
    ...(rest > 0 ? [`- ${say.more(rest)}`] : []),
    '',
  ];
}

function changeLines({ changes }: Report, say: Words): string[] {
  if (changes === undefined) return [];
  const { added, changed, removed, fields } = changes;
  return [`## ${say.changes}`, '', say.changed({ added, changed, removed, fields }), ''];
}
