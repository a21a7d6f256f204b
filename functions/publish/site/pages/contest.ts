import type { Summary } from '../../../model/generated/summary.ts';
import type { Language } from '../../../model/text/languages.ts';
import { inLanguage } from '../../../model/text/text.ts';
import { type Markup, markup } from './markup.ts';
import { countIn, percentIn } from './numbers.ts';
import { type PageTexts, pageTexts } from './text/texts.ts';

type Contest = Summary['contests'][number];

/** A contest on the page of its election: protocols, turnout, the table of votes and seats. */
export function contestSection(contest: Contest, language: Language): Markup {
  const texts = pageTexts[language];
  const { note, published } = contest;
  return markup`<section>
<h2>${inLanguage(contest.name, language)}</h2>
<p>${protocols(contest, texts, language)}. ${ended(contest, texts, language)}.</p>
${published ? [counts(contest, texts, language), votes(contest, texts, language)] : markup`<p class="notice">${texts.unpublished}</p>\n`}${note && markup`<p class="prose">${inLanguage(note, language)}</p>\n`}</section>
`;
}

function protocols(
  { reported, expected, provisional }: Contest,
  texts: PageTexts,
  language: Language,
): string {
  const template = expected === null ? texts.reportedOfUnknown : texts.reported;
  const filled = template
    .replace('{reported}', countIn(reported, language))
    .replace('{expected}', countIn(expected, language));
  return `${texts.completeness}: ${filled}${provisional ? ` (${texts.provisional})` : ''}`;
}

function ended({ outcome, options }: Contest, texts: PageTexts, language: Language): string {
  const ids = [outcome.option, ...(Array.isArray(outcome.options) ? outcome.options : [])];
  const names = options
    .filter(({ option }) => ids.includes(option))
    .map(({ name }) => inLanguage(name, language));
  const template = texts.outcome[outcome.status] ?? outcome.status;
  return template.replace('{names}', () => names.join(', '));
}

const countNames = ['registered', 'issued', 'cast', 'invalid', 'valid'] as const;

function counts({ counts: own, turnout }: Contest, texts: PageTexts, language: Language): Markup {
  const percent = turnout.castPercent ?? turnout.issuedPercent;
  return markup`<dl class="facts">
${countNames.map((name) => own[name] !== null && markup`<div><dt>${texts.counts[name]}</dt><dd>${countIn(own[name], language)}</dd></div>\n`)}${percent !== null && markup`<div><dt>${texts.turnout}</dt><dd>${percentIn(percent, language)}</dd></div>\n`}</dl>
`;
}

function votes({ options, name }: Contest, texts: PageTexts, language: Language): Markup {
  return markup`<div class="sheet"><table>
<caption>${inLanguage(name, language)}</caption>
<thead><tr><th scope="col">${texts.option}</th><th scope="col" class="number">${texts.votes}</th><th scope="col" class="number">${texts.share}</th><th scope="col" class="number">${texts.seats}</th><th scope="col" class="number">${texts.declaredSeats}</th></tr></thead>
<tbody>
${options.map(
  (
    option,
  ) => markup`<tr><th scope="row">${inLanguage(option.name, language)}</th><td class="number">${countIn(option.votes, language)}</td><td class="number">${percentIn(option.percent, language)}</td><td class="number">${countIn(option.seats, language)}</td><td class="number">${countIn(option.declared, language)}</td></tr>
`,
)}</tbody>
</table></div>
`;
}
