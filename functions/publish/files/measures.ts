import { prettyJson } from '../../model/json/json.ts';
import { measuresOf } from '../measures/measures.ts';
import { document } from '../write/blocks.ts';
import { documentFile } from './file.ts';

/** measures.json: indices, turnout, margins and the comparison with an earlier election. Its shape is schemas/measures.schema.json. */
export const measuresJson = documentFile({
  path: 'measures.json',
  mediaType: 'application/json',
  description:
    'What is often computed from votes and seats: disproportionality, effective number of parties, wasted votes, turnout, margins, volatility and swing.',
  content: ({ release }) => document(prettyJson(measuresOf(release))),
});
