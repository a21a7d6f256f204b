import { counted } from '../../outcome.ts';
import type { Check } from '../check.ts';

const file = 'results.csv';

/** results.csv speaks of contests, areas and options that the definition has, states each number once, and names uploads of the release. */
export const protocols: Check = {
  name: 'protocols',
  async run({ manifest, sums }) {
    const { uploads } = await manifest();
    const { rows, protocols: count, uploads: named } = await sums();
    const accepted = new Set(uploads.map((upload) => upload.file));
    for (const [upload, row] of named)
      if (!upload.startsWith('results/') || !accepted.has(upload)) {
        const at = `row ${row}, column upload`;
        return { differs: { file, at, expected: 'a results file that the manifest names', found: upload } };
      }
    return {
      holds: `${counted(rows, 'number')} in ${counted(count, 'protocol')}, each once, each from an upload of the manifest`,
    };
  },
};
