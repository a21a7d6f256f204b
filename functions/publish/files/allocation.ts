import type { Certificate } from '../../model/generated/certificate.ts';
import { prettyJson } from '../../model/json/json.ts';
import { inLanguage } from '../../model/text/text.ts';
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
    path: `${allocationPath(certificate)}.json`,
    mediaType: 'application/json',
    description: `How the result of contest ${contest} follows from its votes under ${under}, step by step.`,
    table: null,
    content: () => document(prettyJson(certificate)),
  };
}

/** Where the files of a certificate lie, but for what says of which kind they are. */
export function allocationPath({ contest, scenario }: Certificate): string {
  return scenario ? `allocation/${contest}.${scenario.id}` : `allocation/${contest}`;
}
