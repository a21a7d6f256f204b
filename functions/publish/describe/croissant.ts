import { prettyJson } from '../../model/json/json.ts';
import { inLanguage } from '../../model/text/text.ts';
import { documentFile } from '../files/file.ts';
import { document } from '../write/blocks.ts';
import { croissantContext } from './croissant-context.ts';
import { type CsvFile, csvFiles, type Dataset, type DatasetFile, datasetOf } from './dataset.ts';
import { type Column, keyOf } from './table.ts';

/**
 * croissant.jsonld: the release as a Dataset of schema.org, which search engines read, and of Croissant 1.1
 * (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html), which loads the tables without a manual. Its addresses are relative to
 * where it lies.
 */
export const croissantJsonld = documentFile({
  path: 'croissant.jsonld',
  mediaType: 'application/ld+json',
  description: 'The release as a schema.org Dataset with Croissant 1.1, for search engines and data loaders.',
  content: (writing) => document(prettyJson(describe(datasetOf(writing)))),
});

function describe(dataset: Dataset) {
  const { id, title, description, creator, licence, version, at, status, languages, keywords } = dataset;
  const tables = csvFiles(dataset);
  return {
    '@context': croissantContext,
    '@id': './',
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: inLanguage(title, 'en'),
    alternateName: title,
    description,
    identifier: `${id}/${version}`,
    url: './',
    license: licence.url,
    creator: organization(creator),
    publisher: organization(creator),
    datePublished: at,
    dateModified: at,
    version,
    creativeWorkStatus: status,
    inLanguage: languages,
    keywords,
    isAccessibleForFree: true,
    isLiveDataset: false,
    temporalCoverage: dataset.temporal,
    spatialCoverage: dataset.spatial.names.map((name) => ({
      '@type': 'Place',
      name: inLanguage(name, 'en'),
      alternateName: name,
      address: { '@type': 'PostalAddress', addressCountry: dataset.spatial.country },
    })),
    citeAs: `${inLanguage(creator.name, 'en')}: ${inLanguage(title, 'en')}, version ${version}, ${at.slice(0, 10)}`,
    isBasedOn: dataset.sources.map(({ title: name, url }) => ({
      '@type': 'CreativeWork',
      name,
      ...(url !== null && { url }),
    })),
    variableMeasured: tables.flatMap(variables),
    distribution: dataset.files.flatMap((file) => (file.stored ? [fileObject(file, file.stored)] : [])),
    // Croissant asks for the hash of every file; those that are written after this one have none yet.
    subjectOf: dataset.files.filter(({ stored }) => stored === null).map(companion),
    recordSet: tables.map(recordSet),
  };
}

function organization({ name, url }: Dataset['creator']) {
  return {
    '@type': 'Organization',
    name: inLanguage(name, 'en'),
    alternateName: name,
    ...(url !== null && { url }),
  };
}

function variables({ table: { name, schema } }: CsvFile) {
  return schema.fields
    .filter(({ unit }) => unit !== undefined)
    .map((column) => ({
      '@type': 'PropertyValue',
      name: `${name}.${column.name}`,
      description: { en: column.description },
      unitCode: column.unit,
    }));
}

function fileObject(file: DatasetFile, { bytes, sha256 }: NonNullable<DatasetFile['stored']>) {
  return { ...companion(file), '@type': 'cr:FileObject', contentSize: `${bytes} B`, sha256 };
}

function companion({ path, description, mediaType }: DatasetFile) {
  return {
    '@id': path,
    '@type': 'MediaObject',
    name: path,
    description: { en: description },
    contentUrl: path,
    encodingFormat: mediaType,
  };
}

function recordSet({ path, table: { name, schema } }: CsvFile) {
  const key = keyOf(schema);
  return {
    '@id': `#${name}`,
    '@type': 'cr:RecordSet',
    name,
    description: { en: schema.description },
    ...(key.length > 0 && { key: key.map((column) => ({ '@id': `#${name}/${column}` })) }),
    field: schema.fields.map((column) => ({
      '@id': `#${name}/${column.name}`,
      '@type': 'cr:Field',
      name: column.name,
      description: { en: column.description },
      dataType: dataTypes[column.type],
      source: { fileObject: { '@id': path }, extract: { column: column.name } },
      ...referenceOf(name, column, schema.foreignKeys ?? []),
    })),
  };
}

/** The column that a column alone refers to; Croissant has no references of several together. */
function referenceOf(
  name: string,
  column: Column,
  keys: NonNullable<CsvFile['table']['schema']['foreignKeys']>,
) {
  const key = keys.find(({ fields }) => fields.length === 1 && fields[0] === column.name);
  if (!key) return {};
  const { resource = name, fields } = key.reference;
  return { references: { field: { '@id': `#${resource}/${fields[0]}` } } };
}

const dataTypes = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
} as const;
