import { inLanguage } from '../../model/text/text.ts';
import { documentFile } from '../files/file.ts';
import { document } from '../write/blocks.ts';
import { type Dataset, datasetOf } from './dataset.ts';

/** CITATION.cff: how to cite the release, in the Citation File Format 1.2 (https://citation-file-format.github.io/). */
export const citationCff = documentFile({
  path: 'CITATION.cff',
  mediaType: 'application/yaml',
  description: 'How to cite the release, in the Citation File Format 1.2.',
  content: (writing) => document(citation(datasetOf(writing))),
});

function citation(dataset: Dataset): string {
  const { title, description, creator, version, at, id, keywords, licence } = dataset;
  const lines = [
    'cff-version: 1.2.0',
    `message: ${text('If you use these data, please cite this version of them.')}`,
    'type: dataset',
    `title: ${text(inLanguage(title, 'en'))}`,
    `abstract: ${text(inLanguage(description, 'en'))}`,
    'authors:',
    `  - name: ${text(inLanguage(creator.name, 'en'))}`,
    ...(creator.url === null ? [] : [`    website: ${text(creator.url)}`]),
    `version: ${text(version)}`,
    `date-released: ${text(at.slice(0, 10))}`,
    // The format takes an SPDX identifier of its own list alone; the address of the text says the same of any licence.
    `license-url: ${text(licence.url)}`,
    'identifiers:',
    '  - type: other',
    `    value: ${text(`${id}/${version}`)}`,
    `    description: ${text('Election and version; manifest.json names the hash of every file.')}`,
    'keywords:',
    ...keywords.map((keyword) => `  - ${text(keyword)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * A string of JSON is one of YAML 1.2 too, whatever is in it: nothing in an official name can end it. Two characters that YAML 1.1, which many
 * readers still speak, takes for line ends are escaped.
 */
function text(value: string): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
