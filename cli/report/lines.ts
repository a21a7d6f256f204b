import type { Report } from '../../functions/model/generated/report.ts';
import type { Language } from '../../functions/model/text/languages.ts';
import { inLanguage } from '../../functions/model/text/text.ts';
import { placeText } from '../../functions/validate/report/place.ts';
import { words } from '../../functions/validate/report/words.ts';
import type { Line } from '../command.ts';

/** The findings of a report by rule, worst first: how many, how to mend them, and three places each. `language` is that of their texts. */
export function groupLines({ groups }: Pick<Report, 'groups'>, language: Language = 'en'): Line[] {
  return groups.flatMap(({ code, level, title, count, remedy, examples }): Line[] => {
    const rest = count - examples.length;
    const name = inLanguage(title, language);
    return [
      { text: `  ${words[language].level[level]} ${code} (${count}): ${name}`, style: level },
      { text: `    ${inLanguage(remedy, language)}`, style: 'faint' },
      ...examples.map(({ where, message }) => ({
        text: `    ${[placeText(where, language), inLanguage(message, language)].filter(Boolean).join(': ')}`,
      })),
      ...(rest > 0 ? [{ text: `    … ${rest}`, style: 'faint' } as const] : []),
    ];
  });
}
