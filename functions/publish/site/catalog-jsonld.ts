import { prettyJson } from '../../model/json/json.ts';
import { dcatContext, describedDataset } from '../describe/dcat-dataset.ts';
import { factsOf } from '../describe/facts.ts';
import type { PublishedElection, Site } from './site.ts';

/** catalog.jsonld: the newest release of each election as a catalogue of DCAT-AP 3.0.1, for open data portals to harvest. */
export function catalogJsonld({ base, elections }: Site): string {
  return prettyJson({
    '@context': { ...dcatContext, ...(base !== null && { '@base': base }) },
    '@id': './',
    '@type': 'dcat:Catalog',
    title: { en: 'Election results', kk: 'Сайлау нәтижелері', ru: 'Результаты выборов' },
    description: {
      en: 'Results of elections by polling station with the seats that follow from them, as open data.',
      kk: 'Сайлау учаскелері бойынша нәтижелер және олардан шығатын мандаттар, ашық деректер түрінде.',
      ru: 'Результаты выборов по избирательным участкам и следующие из них мандаты в виде открытых данных.',
    },
    publisher: { '@type': 'foaf:Agent', name: { en: 'Sailau' } },
    dataset: elections.map(dataset),
  });
}

function dataset({ definition, latest, releases }: PublishedElection) {
  const { version, at, status, path } = latest;
  const previous = releases.at(-2)?.version ?? null;
  const facts = factsOf(definition, { version, previous, at, status });
  const folder = `elections/${definition.id}/`;
  return {
    '@id': path,
    ...describedDataset(facts, {
      previous: (before) => `${folder}${before}/`,
      page: `${path}README.md`,
    }),
    distribution: main.map(({ name, type, description }) => ({
      '@id': `${path}dcat.jsonld#${name}`,
      '@type': 'dcat:Distribution',
      title: { en: name },
      description: { en: description },
      accessURL: `${path}${name}`,
      downloadURL: `${path}${name}`,
      mediaType: `https://www.iana.org/assignments/media-types/${type}`,
      licence: definition.licence.url,
    })),
  };
}

// What every release has; dcat.jsonld of the release lists the rest.
const main = [
  { name: 'results.csv', type: 'text/csv', description: 'Every number of every protocol.' },
  { name: 'totals.csv', type: 'text/csv', description: 'Sums by contest and area.' },
  { name: 'seats.csv', type: 'text/csv', description: 'Seats by contest and option.' },
  { name: 'results.json', type: 'application/json', description: 'The protocols, one object a station.' },
  {
    name: 'datapackage.json',
    type: 'application/json',
    description: 'All files and columns as a Data Package.',
  },
  {
    name: 'dcat.jsonld',
    type: 'application/ld+json',
    description: 'All files as distributions of DCAT-AP.',
  },
] as const;
