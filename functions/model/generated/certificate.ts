// Generated from schemas/certificate.schema.json by `npm run generate`; edit that file instead.

import type { ContestId, ElectionId } from '../ids.ts';

/**
 * How the seats of a contest follow from its votes under the law: inputs, parameters, every step with exact fractions, outcome.
 */
export interface Certificate {
  election: ElectionId;
  contest: ContestId;
  revision: number;
  outcome: {};
}
