import type { Table } from '../../functions/model/generated/election.ts';

/** Canonical name of a column. */
export type CanonicalName = keyof typeof words;

/**
 * How official files head their columns: beginnings of words or phrases in English, Kazakh, Russian, Lithuanian and Georgian, in lower case. The longest
 * that fits decides, so that "invalid" is not taken for "valid".
 */
export const words = {
  station: [
    'polling station',
    'polling place',
    'precinct',
    'station',
    'уик',
    'участ',
    'избирательный участок',
    'учаске',
    'сайлау учаскесі',
    'apylink',
    'balsavimo apylink',
    'უბან',
    'უბნ',
    'საარჩევნო უბ',
  ],
  area: [
    'area',
    'region',
    'district',
    'county',
    'constituency',
    'municipality',
    'област',
    'район',
    'регион',
    'округ',
    'территор',
    'облыс',
    'аудан',
    'өңір',
    'apygard',
    'savivaldyb',
    'ოლქ',
    'მხარე',
    'რაიონ',
  ],
  registered: [
    'registered',
    'registered voters',
    'possible voters',
    'eligible',
    'electorate',
    'voters on the list',
    'число избирателей',
    'избирателей включенных',
    'внесенных в список',
    'зарегистрирован',
    'тіркелген',
    'тізімге енгізілген',
    'сайлаушылар саны',
    'rinkėjų',
    'rinkėjų skaičius',
    'įrašyt',
    'ამომრჩეველთა',
    'ამომრჩევლების',
  ],
  issued: [
    'issued',
    'ballots issued',
    'ballots given',
    'выданных',
    'выдано',
    'берілген бюллетень',
    'берілген',
    'išduot',
    'გაცემ',
  ],
  cast: [
    'cast',
    'ballots cast',
    'votes cast',
    'ballots signed for',
    'signed for',
    'voted',
    'turnout',
    'voters who voted',
    'принявших участие',
    'приняли участие',
    'проголосовал',
    'дауыс берген',
    'қатысқан',
    'balsavo',
    'dalyvav',
    'მონაწილ',
  ],
  invalid: [
    'invalid',
    'invalid votes',
    'invalid ballots',
    'spoilt',
    'spoiled',
    'недействительн',
    'жарамсыз',
    'negalioj',
    'ბათილ',
  ],
  valid: ['valid', 'valid votes', 'valid ballots', 'действительн', 'жарамды', 'galioj', 'ნამდვილ'],
  received: [
    'received',
    'ballots received',
    'полученных',
    'получено',
    'алынған бюллетень',
    'gaut',
    'მიღებულ',
  ],
  unused: ['unused', 'неиспользованн', 'погашенн', 'пайдаланылмаған', 'nepanaudot', 'გამოუყენებელ'],
  absentee: ['absentee', 'открепительн', 'есептен шығару'],
  outside: ['outside', 'at home', 'вне помещени', 'үй-жайдан тыс'],
  option: [
    'option',
    'party',
    'candidate',
    'list',
    'партия',
    'кандидат',
    'список',
    'үміткер',
    'тізім',
    'partij',
    'kandidat',
    'sąraš',
    'პარტია',
    'კანდიდატ',
    'სუბიექტ',
  ],
  votes: [
    'votes',
    'number of votes',
    'голос',
    'число голосов',
    'дауыс',
    'дауыс саны',
    'balsai',
    'balsų',
    'ხმა',
    'ხმებ',
  ],
  name: ['name', 'наименование', 'название', 'атауы', 'pavadinim', 'დასახელ'],
  time: ['time', 'as of', 'время', 'уақыт', 'laikas', 'დრო'],
  percent: ['percent', 'pct', '%', 'процент', 'пайыз', 'proc', 'პროცენტ'],
  source: ['source', 'источник', 'дереккөз', 'šaltin', 'წყარო'],
} as const satisfies Partial<Record<string, readonly string[]>>;

/** How cells begin in rows that state totals, in the same languages. */
export const totalWords = [
  'total',
  'sum',
  'in all',
  'итого',
  'всего',
  'барлығы',
  'жиыны',
  'iš viso',
  'სულ',
  'ჯამი',
] as const;

/** Whether a cell begins as that of a row of totals does. */
export function beginsAsTotal(cell: string): boolean {
  const text = cell.trim().toLowerCase();
  return totalWords.some((word) => text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length)));
}

/** The length of the longest phrase of a canonical column that stands in a header at the beginning of a word; 0 when none does. */
export function wordScore(label: string, name: CanonicalName): number {
  const text = ` ${label.toLowerCase().replace(/[\s_.:;,()/-]+/g, ' ')} `;
  const lengths = words[name].filter((word) => text.includes(` ${word}`)).map((word) => word.length);
  return text.trim() === name ? 100 : Math.max(0, ...lengths);
}

/** The columns that a mapping of each kind of file may have. */
export const columnsOf: Readonly<Record<'results' | 'stations' | 'turnout', readonly CanonicalName[]>> = {
  results: [
    'station',
    'area',
    'registered',
    'issued',
    'cast',
    'invalid',
    'valid',
    'received',
    'unused',
    'absentee',
    'outside',
  ],
  stations: ['station', 'area', 'name', 'registered'],
  turnout: ['area', 'time', 'registered', 'issued', 'percent'],
};

/** The columns of a mapping. */
export type Columns = Table['columns'];
