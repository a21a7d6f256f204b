import { readFileSync } from 'node:fs';

interface Indicator {
  readonly code: string;
  readonly level: string;
  readonly title: Readonly<Record<string, string>>;
  readonly definition: string;
  readonly formula: string;
  readonly references: readonly string[];
  readonly caveat: Readonly<Record<string, string>>;
  readonly minimumStations: number;
  readonly minimumCount: number;
  readonly limit: number | null;
}

/** functions/model/generated/indicators.ts without its banner: the codes, and of each what a release says and computes with. */
export function indicatorsModule(): string {
  const indicators = readIndicators();
  const entries = indicators.map(({ code, title, caveat, minimumStations, minimumCount, limit }) => [
    code,
    { title, caveat, minimumStations, minimumCount, limit },
  ]);
  return `/** The codes that the catalogue knows. */
export type IndicatorCode =
${indicators.map(({ code }) => `  | '${code}'`).join('\n')};

/** Every indicator, by code: stations that it needs, the count from which a station is used, the limit beyond which it is flagged. */
export const indicators = ${JSON.stringify(Object.fromEntries(entries), null, 2)} as const;
`;
}

/** docs/indicators.md: every indicator with definition, formula, caveat and references. */
export function indicatorsPage(): string {
  return [
    '<!-- Generated from schemas/indicators.json by `npm run generate`. -->',
    '',
    '# Indicators',
    '',
    ...introduction,
    '',
    ...readIndicators().map(indicatorText),
  ].join('\n');
}

const introduction = [
  '`indicators.csv` of a release holds what statistics say of the protocols. **An indicator is a question to ask, never a verdict.** Each of',
  'them has honest causes; none proves fraud, and none proves its absence. Findings, which are about what a protocol itself states, are',
  'another matter: see [findings](findings.md).',
  '',
  'They are computed for contests that are reported by station. *Voters who took part* are the voters who cast a ballot or, where more',
  'protocols of the contest state that, the ballots issued. The *leader* is the option with the most votes in the whole contest, against-all and',
  'options that are not counted left aside; of equals the first on the ballot. A station is used where it states the numbers that the formula',
  'needs. Of each row `stations` says how many were; with fewer than the indicator needs there is no row.',
  '',
  'The same protocols give the same bytes on every machine: counts are whole numbers; shares, means and sums are IEEE 754 doubles made by',
  'addition, subtraction, multiplication and division alone, in the order of the published rows, which ECMAScript defines to the last bit; square roots',
  'are found with these four. A row is flagged by the value before it is rounded. Shares and scores have two decimals, chi-squares',
  'three, correlations four.',
  '',
  'For scale, the official protocols of Georgia, 2016 (proportional vote, 3,668 precincts, leader list 41) give: turnout-round 3.34 (expected 3.04,',
  'limit 3.90); leader-share-round 5.85 (5.11, 6.22); turnout-last-digit 8.686; leader-votes-last-digit 12.676; turnout-leader-pearson 0.2886;',
  'turnout-leader-spearman 0.3193; leader-votes-second-digit 19.457. None of them is flagged. The second digits alone would be called suspicious at the 5',
  'percent level (16.919), though nothing that has a limit is over it: a reason more never to flag them.',
];

function indicatorText(one: Indicator): string {
  const { code, title, definition, formula, references, caveat, level } = one;
  return [
    `## ${code}`,
    '',
    `${title.en} · ${title.kk} · ${title.ru}`,
    '',
    definition,
    '',
    `- Formula: ${formula}`,
    `- A row: ${rowTexts[level] ?? level}; needs ${one.minimumStations} stations${one.minimumCount > 1 ? `, each with a count of at least ${one.minimumCount}` : ''}.`,
    `- Limit: ${one.limit ?? 'none; it is never flagged'}.`,
    `- Caveat: ${caveat.en}`,
    `- Ескерту: ${caveat.kk}`,
    `- Оговорка: ${caveat.ru}`,
    ...references.map((reference) => `- Reference: ${reference}`),
    '',
  ].join('\n');
}

const rowTexts: Readonly<Record<string, string>> = {
  contest: 'a contest',
  area: 'an area of a contest',
  station: 'a station of a contest',
};

function readIndicators(): readonly Indicator[] {
  const text = readFileSync(new URL('./indicators.json', import.meta.url), 'utf8');
  return JSON.parse(text).indicators;
}
