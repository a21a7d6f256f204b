import { nistReport } from '../nist/report.ts';
import { blocks } from '../write/blocks.ts';
import { documentFile } from './file.ts';

/** nist-1500-100.json: the election in the common data format of NIST SP 1500-100 version 2, as far as that reaches. */
export const nistJson = documentFile({
  path: 'nist-1500-100.json',
  mediaType: 'application/json',
  description:
    'Units, parties, candidates, contests and counts as an ElectionReport of NIST SP 1500-100 v2; what that cannot carry is in docs/nist.md.',
  content: ({ release }) => blocks(nistReport(release)),
});
