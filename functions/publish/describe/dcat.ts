import { prettyJson } from '../../model/json/json.ts';
import { documentFile } from '../files/file.ts';
import { document } from '../write/blocks.ts';
import { type Dataset, type DatasetFile, datasetOf } from './dataset.ts';
import { dcatContext, describedDataset } from './dcat-dataset.ts';

/** dcat.jsonld: the release as a dataset of DCAT-AP 3.0.1, each file a distribution. Its addresses are relative to where it lies. */
export const dcatJsonld = documentFile({
  path: 'dcat.jsonld',
  mediaType: 'application/ld+json',
  description: 'The release as a dataset of DCAT-AP 3.0.1, for catalogues of open data.',
  content: (writing) => document(prettyJson(release(datasetOf(writing)))),
});

function release(dataset: Dataset) {
  return {
    '@context': dcatContext,
    '@id': './',
    ...describedDataset(dataset, { previous: (version) => `../${version}/`, page: 'README.md' }),
    distribution: dataset.files.map((file) => distribution(dataset, file)),
  };
}

function distribution({ licence, status, at }: Dataset, file: DatasetFile) {
  const { path, description, mediaType, stored } = file;
  const compressed = path.endsWith('.gz');
  return {
    '@id': `#${path}`,
    '@type': 'dcat:Distribution',
    title: { en: path },
    description: { en: description },
    accessURL: path,
    downloadURL: path,
    mediaType: `${iana}${compressed ? 'text/csv' : mediaType}`,
    ...(compressed && { compressFormat: `${iana}application/gzip` }),
    format: `${fileTypes}${formatOf(path)}`,
    licence: licence.url,
    issued: at,
    status: `http://publications.europa.eu/resource/authority/distribution-status/${statuses[status]}`,
    ...(stored && {
      byteSize: String(stored.bytes),
      checksum: {
        '@type': 'spdx:Checksum',
        algorithm: 'spdx:checksumAlgorithm_sha256',
        checksumValue: stored.sha256,
      },
    }),
  };
}

const iana = 'https://www.iana.org/assignments/media-types/';
const fileTypes = 'http://publications.europa.eu/resource/authority/file-type/';
const statuses = {
  partial: 'DEVELOP',
  complete: 'COMPLETED',
  certified: 'COMPLETED',
  corrected: 'COMPLETED',
  withdrawn: 'WITHDRAWN',
} as const;

/** The file type in the vocabulary that DCAT-AP asks for. */
function formatOf(path: string): string {
  const end = path.replace(/\.gz$/, '').replace(/^.*\./, '');
  return formats.get(end) ?? 'TXT';
}

const formats: ReadonlyMap<string, string> = new Map([
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['jsonld', 'JSON_LD'],
  ['md', 'MD'],
  ['ndjson', 'NDJSON'],
  ['parquet', 'PARQUET'],
  ['xlsx', 'XLSX'],
  ['cff', 'YAML'],
]);
