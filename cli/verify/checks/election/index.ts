import { prettyJson } from '../../../../functions/model/json/json.ts';
import { electionFolder } from '../../../../functions/publish/folders/election.ts';
import { counted } from '../../../outcome.ts';
import { parsed } from '../../../release/documents.ts';
import { electionText } from '../../../release/election.ts';
import type { Check } from '../../check.ts';
import { firstDifference } from '../../compare.ts';

const file = 'index.json';

/** index.json of the election lists the releases of the chain, to the byte as their manifests say. */
export const index: Check = {
  name: 'index',
  async run({ manifest, election, chain }) {
    const links = await chain();
    if (election === null || links === null) return { holds: 'no index.json lies beside' };
    const text = await electionText(election, file);
    if (text === null && !election.asked) return { holds: 'no index.json lies beside' };
    if (text === null)
      return { differs: { file, at: '', expected: 'the index of the election', found: 'none' } };
    const releases = links.map((link) => link.manifest).toReversed();
    const expected = electionFolder((await manifest()).election, releases);
    const difference = firstDifference(expected, parsed(text, file));
    if (difference) return { differs: { file, ...difference } };
    if (text !== prettyJson(expected))
      return { differs: { file, at: '', expected: 'the bytes that Sailau writes', found: 'others' } };
    return { holds: `index.json lists ${counted(releases.length, 'release')}, those of the chain` };
  },
};
