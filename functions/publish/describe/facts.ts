import type { ElectionDefinition } from '../../model/generated/election.ts';
import type { Text } from '../../model/ids.ts';
import type { Status } from '../../model/ledger.ts';
import { inLanguage } from '../../model/text/text.ts';

/** What every standard says of a data set, whatever files it has. */
export interface Facts {
  /** Id of the election. */
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly keywords: readonly string[];
  /** SemVer. */
  readonly version: string;
  /** The version before; null for the first. */
  readonly previous: string | null;
  /** When the release was begun, ISO 8601, UTC. */
  readonly at: string;
  readonly status: Status['status'];
  /** ISO 639 codes. */
  readonly languages: readonly string[];
  /** Who made the data: the authority, or for made-up protocols the program. */
  readonly creator: { readonly name: Text; readonly url: string | null };
  readonly licence: ElectionDefinition['licence'];
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
  /** The day of the vote. */
  readonly temporal: string;
  readonly spatial: {
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    /** Of the areas that lie in no other. */
    readonly names: readonly Text[];
  };
  readonly synthetic: boolean;
}

/** The facts of one release of an election. */
export function factsOf(
  definition: ElectionDefinition,
  release: Pick<Facts, 'version' | 'previous' | 'at' | 'status'>,
): Facts {
  const { id, name, country, languages, licence, date, areas, synthetic, sources } = definition;
  return {
    id,
    title: name,
    description: Object.fromEntries(
      Object.keys(name).map((language) => [language, about(definition, language)]),
    ),
    keywords: ['elections', 'election results', country],
    version: release.version,
    previous: release.previous,
    at: release.at,
    status: release.status,
    languages,
    creator: creatorOf(definition),
    licence,
    sources: sources.map(({ title, url = null }) => ({ title, url })),
    temporal: date,
    spatial: {
      country,
      names: areas.filter(({ parent }) => parent === undefined).map((area) => area.name),
    },
    synthetic: synthetic !== undefined,
  };
}

function creatorOf({ authority, synthetic }: ElectionDefinition): Facts['creator'] {
  if (synthetic) return { name: { en: 'sailau synthesize' }, url: null };
  return { name: authority.name, url: authority.url ?? null };
}

/** One or two sentences in a language; in English where there are none in it. */
function about({ name, date, synthetic }: ElectionDefinition, language: string): string {
  const words = sentences[language] ?? english;
  const results = words.results(inLanguage(name, language), date);
  return synthetic ? `${words.synthetic(synthetic.of)} ${results}` : results;
}

interface Sentences {
  results(name: string, date: string): string;
  synthetic(of: string): string;
}

const english: Sentences = {
  results: (name, date) =>
    `Results of ${name}, ${date}: every number of every protocol, the seats that follow from them, and how.`,
  synthetic: (of) => `SYNTHETIC: the protocols are made up and sum to the totals of ${of}.`,
};

const sentences: Readonly<Record<string, Sentences>> = {
  en: english,
  kk: {
    results: (name, date) =>
      `${name}, ${date}: әр хаттаманың әр саны, олардан шығатын мандаттар және олардың қалай есептелгені.`,
    synthetic: (of) => `СИНТЕТИКАЛЫҚ: хаттамалар ойдан құралған, қосындысы ${of} жиынтықтарына тең.`,
  },
  ru: {
    results: (name, date) =>
      `${name}, ${date}: каждое число каждого протокола, следующие из них мандаты и ход их расчёта.`,
    synthetic: (of) => `СИНТЕТИЧЕСКИЕ ДАННЫЕ: протоколы вымышлены, их суммы равны итогам ${of}.`,
  },
};
