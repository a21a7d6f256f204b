import { prettyJson } from '../../model/json/json.ts';
import { inLanguage } from '../../model/text/text.ts';
import { documentFile } from '../files/file.ts';
import { document } from '../write/blocks.ts';
import { csvFiles, type Dataset, type DatasetFile, datasetOf } from './dataset.ts';
import type { Column, TableSchema } from './table.ts';

/** openapi.json: the files of the release as the static endpoints they are (OpenAPI 3.1), for generators of clients. */
export const openapiJson = documentFile({
  path: 'openapi.json',
  mediaType: 'application/json',
  description: 'The files as endpoints in OpenAPI 3.1, with the columns of the tables.',
  content: (writing) => document(prettyJson(describe(datasetOf(writing)))),
});

function describe(dataset: Dataset) {
  const { title, description, version, licence, files } = dataset;
  const folders = Map.groupBy(
    files.filter(({ path }) => path.includes('/')),
    ({ path }) => path.slice(0, path.lastIndexOf('/')),
  );
  return {
    openapi: '3.1.1',
    info: {
      title: inLanguage(title, 'en'),
      description: inLanguage(description, 'en'),
      version,
      license: { name: licence.title, url: licence.url },
    },
    servers: [{ url: './', description: 'Where this document lies.' }],
    paths: Object.fromEntries([
      ...files.filter(({ path }) => !path.includes('/')).map((file) => [`/${file.path}`, single(file)]),
      ...[...folders].map(([folder, inside]) => [`/${folder}/{file}`, several(folder, inside)]),
    ]),
    components: {
      schemas: Object.fromEntries(
        csvFiles(dataset).map(({ table }) => [table.name, rowSchema(table.schema)]),
      ),
    },
  };
}

function single({ path, name, description, mediaType, table }: DatasetFile) {
  const schema = table
    ? { type: 'array', items: { $ref: `#/components/schemas/${table.name}` } }
    : documentSchema(mediaType);
  return {
    get: {
      operationId: operation(name),
      summary: path,
      description,
      responses: {
        200: { description, content: { [mediaType]: path.endsWith('.csv') || !table ? { schema } : {} } },
      },
    },
  };
}

/** The files of a folder are one endpoint whose parameter takes their names: there may be hundreds. */
function several(folder: string, files: readonly DatasetFile[]) {
  const mediaTypes = [...new Set(files.map(({ mediaType }) => mediaType))];
  return {
    get: {
      operationId: operation(folder.replaceAll('/', '-')),
      summary: `${folder}/`,
      description: `The ${files.length} files of the folder ${folder}.`,
      parameters: [
        {
          name: 'file',
          in: 'path',
          required: true,
          description: 'Name of the file.',
          schema: { type: 'string', enum: files.map(({ path }) => path.slice(folder.length + 1)) },
        },
      ],
      responses: {
        200: {
          description: 'The file.',
          content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: documentSchema(type) }])),
        },
        404: { description: 'No file has that name.' },
      },
    },
  };
}

function operation(name: string): string {
  return `get-${name}`;
}

function documentSchema(mediaType: string) {
  if (mediaType.endsWith('json') && !mediaType.endsWith('ndjson')) return { type: 'object' };
  return { type: 'string' };
}

function rowSchema({ title, description, fields }: TableSchema) {
  return {
    title,
    description,
    type: 'object',
    required: fields.filter(({ constraints }) => constraints?.required).map(({ name }) => name),
    properties: Object.fromEntries(fields.map((column) => [column.name, columnSchema(column)])),
  };
}

function columnSchema({ type, description, constraints = {} }: Column) {
  const { minimum, enum: values } = constraints;
  return {
    type,
    description,
    ...(minimum !== undefined && { minimum }),
    ...(values && { enum: values }),
  };
}
