import { prettyJson } from '../../model/json/json.ts';
import { inLanguage } from '../../model/text/text.ts';
import { documentFile } from '../files/file.ts';
import { document } from '../write/blocks.ts';
import { type Dataset, type DatasetFile, datasetOf } from './dataset.ts';

/** datapackage.json: the release as a Data Package 2.0 (https://datapackage.org/), each table with its Table Schema. */
export const datapackageJson = documentFile({
  path: 'datapackage.json',
  mediaType: 'application/json',
  description: 'The files and columns as a Data Package 2.0.',
  content: (writing) => document(prettyJson(datapackage(datasetOf(writing)))),
});

function datapackage(dataset: Dataset) {
  const { id, title, description, version, at, status, revision, synthetic, keywords, licence } = dataset;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: id,
    title: inLanguage(title, 'en'),
    description: inLanguage(description, 'en'),
    version,
    created: at,
    status,
    revision,
    synthetic,
    keywords,
    contributors: [contributor(dataset)],
    licenses: [{ name: licence.id, path: licence.url, title: licence.title }],
    sources: dataset.sources.map((source) => ({
      title: source.title,
      ...(source.url !== null && { path: source.url }),
    })),
    // A descriptor is no resource of its own package.
    resources: dataset.files.filter(({ path }) => path !== 'datapackage.json').map(resource),
  };
}

function contributor({ creator: { name, url } }: Dataset) {
  return { title: inLanguage(name, 'en'), ...(url !== null && { path: url }), roles: ['creator'] };
}

function resource({ name, path, mediaType, description, table, stored }: DatasetFile) {
  return {
    name,
    path,
    ...(table && { type: 'table', title: table.schema.title }),
    description,
    format: path.slice(path.lastIndexOf('.') + 1),
    mediatype: mediaType,
    ...(isText(mediaType) && { encoding: 'utf-8' }),
    ...(stored && { bytes: stored.bytes, hash: `sha256:${stored.sha256}` }),
    ...(table && { schema: table.schema }),
  };
}

function isText(mediaType: string): boolean {
  return /^text\/|json|yaml/.test(mediaType);
}
