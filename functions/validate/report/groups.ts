import { findingMessage, findingRemedy } from '../../model/finding.ts';
import { catalogue } from '../../model/generated/findings.ts';
import type { Report } from '../../model/generated/report.ts';
import { inEvery } from '../../model/text/languages.ts';
import { byCodePoint } from '../../model/text/text.ts';
import type { Findings } from '../findings.ts';

/** The findings of a rule, as a report shows them. */
export type FindingGroup = Report['groups'][number];

/** The findings by rule, worst first: errors before warnings, then the most frequent, then by code. */
export function groupsOf({ examples, counts }: Pick<Findings, 'examples' | 'counts'>): FindingGroup[] {
  const groups = [...examples].flatMap(([code, [first, ...others]]): FindingGroup[] => {
    if (first === undefined) return [];
    return [
      {
        code,
        level: first.level,
        title: catalogue[code].title,
        count: counts.get(code) ?? 0,
        remedy: inEvery((language) => findingRemedy(first, language)),
        examples: [first, ...others].map((found) => ({
          where: found.where,
          message: inEvery((language) => findingMessage(found, language)),
        })),
      },
    ];
  });
  return groups.sort(worstFirst);
}

function worstFirst(a: FindingGroup, b: FindingGroup): number {
  if (a.level !== b.level) return a.level === 'error' ? -1 : 1;
  return b.count - a.count || byCodePoint(a.code, b.code);
}
