import type { Where } from '../../model/finding.ts';
import type { Report } from '../../model/generated/report.ts';
import type { Language } from '../../model/text/languages.ts';
import { words } from './words.ts';

/** Where a finding applies, for people, as `row 2, column votes, station 12`. Empty when nothing is known. */
export function placeText(where: Where | Report['findings'][number]['where'], language: Language): string {
  const { place } = words[language];
  return parts
    .filter((part) => where[part] !== undefined)
    .map((part) => `${place[part]} ${where[part]}`)
    .join(', ');
}

const parts = ['row', 'column', 'contest', 'area', 'station', 'option'] as const;
