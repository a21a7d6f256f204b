import type { Certificate } from '../../model/generated/certificate.ts';
import { prettyJson } from '../../model/json.ts';
import { inLanguage } from '../../model/text.ts';
import { document } from '../write/blocks.ts';
import type { FileKind, PlannedFile } from './file.ts';

/**
 * allocation/<contest>.json: the certificate of each contest; allocation/<contest>.<scenario>.json: of the same votes under a scenario. No
 * id has a point, so the two never meet.
 */
export const allocationJson: FileKind = ({ certificates, scenarios }) =>
  [...certificates, ...scenarios].map(certificateFile);

function certificateFile(certificate: Certificate): PlannedFile {
  const { contest, scenario } = certificate;
  const under = scenario ? `the scenario “${inLanguage(scenario.name, 'en')}”` : 'the law';
  return {
    path: scenario ? `allocation/${contest}.${scenario.id}.json` : `allocation/${contest}.json`,
    mediaType: 'application/json',
    description: `How the result of contest ${contest} follows from its votes under ${under}, step by step.`,
    table: null,
    content: () => document(prettyJson(certificate)),
  };
}
