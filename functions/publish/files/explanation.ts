import type { Certificate } from '../../model/generated/certificate.ts';
import { document } from '../write/blocks.ts';
import type { FileKind, PlannedFile } from './file.ts';

/**
 * allocation/<contest>.<language>.md: the certificate in sentences, in each language that it is explained in; under a scenario
 * allocation/<contest>.<scenario>.<language>.md. None where no votes have been published: there is nothing to explain.
 */
export const explanationMarkdown: FileKind = ({ certificates, scenarios }) =>
  [...certificates, ...scenarios]
    .filter(({ outcome }) => outcome.status !== 'no-results')
    .flatMap(explanations);

function explanations({ contest, scenario, explanation }: Certificate): PlannedFile[] {
  const name = scenario ? `${contest}.${scenario.id}` : contest;
  const under = scenario ? ` under scenario ${scenario.id}` : '';
  return Object.entries(explanation).map(([language, text]: [string, string]) => ({
    path: `allocation/${name}.${language}.md`,
    mediaType: 'text/markdown; charset=utf-8',
    description: `How the result of contest ${contest} follows from its votes${under}, in sentences (language: ${language}).`,
    table: null,
    content: () => document(text),
  }));
}
