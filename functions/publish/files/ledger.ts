import { canonicalJson } from '../../model/json/json.ts';
import { blocks, onePage } from '../write/blocks.ts';
import { documentFile } from './file.ts';

/** ledger.ndjson: every entry up to the revision as canonical JSON, so that a reader can recompute the chain of hashes. */
export const ledgerNdjson = documentFile({
  path: 'ledger.ndjson',
  mediaType: 'application/x-ndjson',
  description:
    'The ledger up to the revision, one entry a line; each entry carries the SHA-256 of the line before it.',
  content: ({ release }) => blocks(onePage(release.ledger.map((entry) => `${canonicalJson(entry)}\n`))),
});
