import { prettyJson } from '../../model/json.ts';
import { document } from '../write/blocks.ts';
import type { FileKind } from './file.ts';

/** allocation/<contest>.json: the certificate of each contest. */
export const allocationJson: FileKind = ({ certificates }) =>
  certificates.map((certificate) => ({
    path: `allocation/${certificate.contest}.json`,
    mediaType: 'application/json',
    description: `How the result of contest ${certificate.contest} follows from its votes under the law, step by step.`,
    table: null,
    content: () => document(prettyJson(certificate)),
  }));
