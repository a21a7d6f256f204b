import { tables } from '../../model/generated/tables.ts';
import { prettyJson } from '../../model/json.ts';
import { inLanguage } from '../../model/text.ts';
import { statusOf } from '../figures/status.ts';
import type { Release } from '../release.ts';
import { document } from '../write/blocks.ts';
import { documentFile, type Writing, type WrittenFile } from './file.ts';

/** datapackage.json: the release as a Data Package 2.0 (https://datapackage.org/), each table with its Table Schema. */
export const datapackageJson = documentFile({
  path: 'datapackage.json',
  mediaType: 'application/json',
  description: 'The files and columns as a Data Package 2.0.',
  content: (writing) => document(prettyJson(datapackage(writing))),
});

function datapackage({ release, files }: Writing) {
  const { definition, version, at, state } = release;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: definition.id,
    title: inLanguage(definition.name, 'en'),
    description: description(release),
    version,
    created: at,
    status: statusOf(release).status,
    revision: state.revision,
    synthetic: definition.synthetic !== undefined,
    keywords: ['elections', 'election results', definition.country],
    contributors: contributors(release),
    licenses: [
      { name: definition.licence.id, path: definition.licence.url, title: definition.licence.title },
    ],
    sources: definition.sources.map(({ title, url }) => ({ title, ...(url !== undefined && { path: url }) })),
    resources: files.filter(({ listedIn }) => listedIn === undefined).map(resource),
  };
}

function description({ definition }: Release): string {
  const about = `Results of ${inLanguage(definition.name, 'en')}, ${definition.date}.`;
  if (!definition.synthetic) return about;
  return `SYNTHETIC: the protocols are made up and sum to the totals of ${definition.synthetic.of}. ${about}`;
}

function contributors({ definition }: Release) {
  if (definition.synthetic) return [{ title: 'sailau synthesize', roles: ['creator'] }];
  const { name, url } = definition.authority;
  return [{ title: inLanguage(name, 'en'), ...(url !== undefined && { path: url }), roles: ['creator'] }];
}

function resource({ path, mediaType, description: text, table, bytes, sha256 }: WrittenFile) {
  return {
    name: table ?? path.replaceAll(/[/.]/g, '-').toLowerCase(),
    path,
    ...(table !== null && { type: 'table', title: tables.out[table].title }),
    description: text,
    format: path.slice(path.lastIndexOf('.') + 1),
    mediatype: mediaType.split(';')[0],
    ...(isText(mediaType) && { encoding: 'utf-8' }),
    bytes,
    hash: `sha256:${sha256}`,
    ...(table !== null && { schema: tables.out[table] }),
  };
}

function isText(mediaType: string): boolean {
  return /^text\/|json/.test(mediaType);
}
