import type { Facts } from './facts.ts';

/** Names of DCAT-AP 3.0.1 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/) and of the vocabularies that it rests on. */
export const dcatContext = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  adms: 'http://www.w3.org/ns/adms#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: { '@id': 'dct:title', '@container': '@language' },
  description: { '@id': 'dct:description', '@container': '@language' },
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  name: { '@id': 'foaf:name', '@container': '@language' },
  keyword: { '@id': 'dcat:keyword', '@language': 'en' },
  homepage: { '@id': 'foaf:homepage', '@type': '@id' },
  page: { '@id': 'foaf:page', '@type': '@id' },
  identifier: 'dct:identifier',
  version: 'dcat:version',
  versionNotes: { '@id': 'adms:versionNotes', '@container': '@language' },
  previousVersion: { '@id': 'dcat:previousVersion', '@type': '@id' },
  issued: { '@id': 'dct:issued', '@type': 'xsd:dateTime' },
  modified: { '@id': 'dct:modified', '@type': 'xsd:dateTime' },
  startDate: { '@id': 'dcat:startDate', '@type': 'xsd:date' },
  endDate: { '@id': 'dcat:endDate', '@type': 'xsd:date' },
  language: { '@id': 'dct:language', '@type': '@id' },
  theme: { '@id': 'dcat:theme', '@type': '@id' },
  accessRights: { '@id': 'dct:accessRights', '@type': '@id' },
  publisher: 'dct:publisher',
  creator: 'dct:creator',
  temporal: 'dct:temporal',
  spatial: 'dct:spatial',
  provenance: 'dct:provenance',
  source: { '@id': 'dct:source', '@type': '@id' },
  dataset: 'dcat:dataset',
  distribution: 'dcat:distribution',
  accessURL: { '@id': 'dcat:accessURL', '@type': '@id' },
  downloadURL: { '@id': 'dcat:downloadURL', '@type': '@id' },
  mediaType: { '@id': 'dcat:mediaType', '@type': '@id' },
  compressFormat: { '@id': 'dcat:compressFormat', '@type': '@id' },
  format: { '@id': 'dct:format', '@type': '@id' },
  licence: { '@id': 'dct:license', '@type': '@id' },
  status: { '@id': 'adms:status', '@type': '@id' },
  byteSize: { '@id': 'dcat:byteSize', '@type': 'xsd:nonNegativeInteger' },
  checksum: 'spdx:checksum',
  algorithm: { '@id': 'spdx:algorithm', '@type': '@id' },
  checksumValue: { '@id': 'spdx:checksumValue', '@type': 'xsd:hexBinary' },
} as const;

/** Where what belongs to a data set lies, as seen from the document that describes it. */
export interface Places {
  /** The folder of the release before. */
  previous(version: string): string;
  /** The page for people. */
  readonly page: string;
}

/** The members of a `dcat:Dataset` but for its id and its distributions, for the release and for the catalogue of the site. */
export function describedDataset(facts: Facts, places: Places) {
  const { id, version, previous, at, creator, temporal, spatial, sources, status } = facts;
  const agent = {
    '@type': 'foaf:Agent',
    name: creator.name,
    ...(creator.url !== null && { homepage: creator.url }),
  };
  const links = sources.flatMap(({ url }) => (url === null ? [] : [url]));
  return {
    '@type': 'dcat:Dataset',
    identifier: `${id}/${version}`,
    title: facts.title,
    description: facts.description,
    keyword: facts.keywords,
    theme: 'http://publications.europa.eu/resource/authority/data-theme/GOVE',
    accessRights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
    publisher: agent,
    creator: agent,
    version,
    versionNotes: { en: `Status: ${status}.` },
    ...(previous !== null && { previousVersion: places.previous(previous) }),
    issued: at,
    modified: at,
    language: facts.languages.map(languageIri),
    temporal: { '@type': 'dct:PeriodOfTime', startDate: temporal, endDate: temporal },
    spatial: {
      '@id': `https://www.iso.org/obp/ui/#iso:code:3166:${spatial.country}`,
      '@type': 'dct:Location',
      ...(spatial.names[0] && { prefLabel: spatial.names[0] }),
    },
    provenance: {
      '@type': 'dct:ProvenanceStatement',
      description: {
        en: facts.synthetic ? madeUp : `From: ${sources.map(({ title }) => title).join('; ')}.`,
      },
    },
    ...(links.length > 0 && { source: links }),
    page: places.page,
  };
}

const madeUp = 'Made up by a program for exercises and tests. No station reported these protocols.';

/** In the vocabulary of the Publications Office that DCAT-AP asks for; where the code is not known, in that of the Library of Congress. */
function languageIri(language: string): string {
  const known = languages.get(language);
  return known
    ? `http://publications.europa.eu/resource/authority/language/${known}`
    : `http://id.loc.gov/vocabulary/iso639-1/${encodeURIComponent(language)}`;
}

const languages: ReadonlyMap<string, string> = new Map([
  ['en', 'ENG'],
  ['kk', 'KAZ'],
  ['ru', 'RUS'],
]);
