import type { Text } from '../../model/ids.ts';
import { prettyJson } from '../../model/json/json.ts';
import { documentFile } from '../files/file.ts';
import { document } from '../write/blocks.ts';
import { type CsvFile, csvFiles, type Dataset, datasetOf } from './dataset.ts';
import { type Column, type ForeignKey, keyOf } from './table.ts';

/**
 * csv-metadata.json: the tables as CSV on the Web (W3C, Metadata Vocabulary for Tabular Data): datatypes, keys and references. A processor that
 * is given one of the CSV files looks for a file of this name beside it.
 */
export const csvwJson = documentFile({
  path: 'csv-metadata.json',
  mediaType: 'application/csvm+json',
  description: 'The tables and columns as CSV on the Web: datatypes, keys, references.',
  content: (writing) => document(prettyJson(tableGroup(datasetOf(writing)))),
});

function tableGroup(dataset: Dataset) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': texts(dataset.title),
    'dc:description': texts(dataset.description),
    'dc:creator': texts(dataset.creator.name),
    'dc:license': { '@id': dataset.licence.url },
    'dc:issued': { '@value': dataset.at, '@type': 'xsd:dateTime' },
    'schema:version': dataset.version,
    tables: csvFiles(dataset).map(table),
  };
}

function table({ path, table: { schema } }: CsvFile) {
  const key = keyOf(schema);
  return {
    url: path,
    'dc:title': schema.title,
    'dc:description': schema.description,
    tableSchema: {
      columns: schema.fields.map(column),
      ...(key.length > 0 && { primaryKey: key }),
      ...(schema.foreignKeys && { foreignKeys: schema.foreignKeys.map((one) => foreignKey(path, one)) }),
    },
  };
}

function column({ name, description, unit, constraints, ...rest }: Column) {
  return {
    name,
    titles: name,
    'dc:description': description,
    datatype: datatype({ name, description, ...rest, ...(constraints && { constraints }) }),
    ...(constraints?.required && { required: true }),
    ...(unit !== undefined && { 'schema:unitCode': unit }),
  };
}

function datatype({ type, constraints = {} }: Column) {
  const { minimum, enum: values } = constraints;
  if (type === 'boolean') return { base: 'boolean', format: 'true|false' };
  if (type === 'string') return values ? { base: 'string', format: `^(${values.join('|')})$` } : 'string';
  const base = type === 'integer' ? 'integer' : 'decimal';
  return minimum === undefined ? base : { base, minimum };
}

function foreignKey(path: string, { fields, reference }: ForeignKey) {
  return {
    columnReference: fields,
    reference: {
      resource: reference.resource === undefined ? path : `${reference.resource}.csv`,
      columnReference: reference.fields,
    },
  };
}

/** A text with its language, as common properties of CSVW have it. */
function texts(text: Text) {
  return Object.entries(text).map(([language, value]) => ({ '@value': value, '@language': language }));
}
