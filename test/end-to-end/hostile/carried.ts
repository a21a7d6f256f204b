import { anElection, councilContest, csv, listContest } from '../../support/builders.ts';

/** Texts that are taken in as names and must stay texts in everything that is published. */
export const carried: readonly string[] = [
  // HTML, in text and in attributes.
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</script></title><script>alert(1)//',
  '<!-- ',
  ']]> &lt;b&gt; &#60;',
  'javascript:alert(1)',
  // Markdown.
  '[x](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '<https://evil.example> https://evil.example www.evil.example',
  '@everyone #1 $x$ ~~x~~ **x** __x__ `x`',
  '# Forged\n\n## Forged\n\n- [ ] forged',
  '| a | b |\n| --- | --- |',
  '1. forged\n=====\n> forged',
  'x\\`y\\<b>',
  // CSV.
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  "=cmd|'/c calc'!A1",
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20x',
  '\t=1',
  '\n=1',
  'a,"b";=1\r\nforged,row',
  // YAML.
  '- a: b',
  '&a *a',
  '!!js/function x',
  'a: b # c',
  '"quoted" \\u0000 \\',
  '{{7*7}} $\u007b7*7} %0d%0a',
  'a\u2028- b: c\u2029',
  // What looks like something else.
  '_x000D_ _x0041_',
  '__proto__',
  'constructor',
  'null',
  '1e5',
  '2024-03-10',
  // Unicode.
  'Cafe\u0301 Caf\u00e9',
  'a\u200bb\u200dc\ufeff\u00ad',
  'שלום\u200f 54',
  '\u{1f5f3}\u{10ffff}',
];

/** The files of a small election whose every name, title, note and reason is `text`. */
export function electionNamed(text: string): readonly (readonly [file: string, content: string])[] {
  const name = { en: text, kk: text, ru: text };
  const plain = anElection();
  const list = listContest();
  const definition = anElection({
    name,
    authority: { name, url: 'https://example.org/' },
    licence: { ...plain.licence, title: text },
    sources: plain.sources.map((source) => ({ ...source, title: text })),
    laws: plain.laws.map((law) => ({ ...law, title: name })),
    areas: plain.areas.map((area) => ({ ...area, name, note: name })),
    parties: plain.parties.map((party) => ({ ...party, name, abbreviation: text.slice(0, 16) })),
    notes: [name],
    contests: [
      listContest({ name, note: name, options: list.options.map((option) => ({ ...option, name })) }),
      councilContest({ name }),
    ],
  });
  const cell = `"${text.replaceAll('"', '""')}"`;
  return [
    ['election.json', JSON.stringify(definition)],
    [
      'stations/all.csv',
      csv('station,area,name,registered,source', `st1,N1,${cell},1000,S1`, `st4,S,${cell},500,S1`),
    ],
    [
      'candidates/all.csv',
      csv(
        'contest,option,order,name_en,name_kk,name_ru,woman,source',
        ...[1, 2, 3].map((order) => `list,A,${order},${cell},${cell},${cell},yes,S2`),
      ),
    ],
    [
      'results/list/all.csv',
      csv(
        'station,registered,cast,invalid,A,B,C,against-all,source',
        'st1,1000,700,20,400,200,50,30,S1',
        'st4,500,250,5,150,60,25,10,S1',
      ),
    ],
    ['results/council/all.csv', csv('area,X,Y', 'N,5,4', 'S,3,1')],
    ['status.json', JSON.stringify({ status: 'certified', by: text, at: '2024-03-20', reason: text })],
  ];
}
