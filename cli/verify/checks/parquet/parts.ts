import type { Manifest } from '../../../../functions/model/generated/manifest.ts';
import type { ResultsParts } from '../../../../functions/model/generated/results-parts.ts';
import { counted } from '../../../outcome.ts';
import type { Difference } from '../../../release/defect.ts';
import { checkedDocument, readText } from '../../../release/documents.ts';
import type { ReleaseFolder } from '../../../release/folder.ts';
import type { Check } from '../../check.ts';
import { documentDifference } from '../../compare.ts';
import { stretchHashes } from './stretches.ts';

const file = 'results.parts.json';
const whole = 'results.parquet';

/**
 * results.parts.json is of the results.parquet of this release; its parts follow one another through that file, each has the SHA-256 that is stated, and together they
 * have as many rows as results.csv. So who reads a part that it vouches for reads what the release holds.
 */
export const parts: Check = {
  name: 'parts',
  async run({ folder, manifest, sums }) {
    const stating = await manifest();
    if (!stating.files.some(({ path }) => path === file)) return { holds: `the release has no ${file}` };
    const text = await readText(folder, file);
    const stated = checkedDocument(text, file, 'results-parts');
    const differs =
      documentDiffers(stated, text, stating) ?? placesDiffer(stated) ?? (await bytesDiffer(folder, stated));
    if (differs) return { differs };
    const rows = stated.groups.reduce((sum, group) => sum + group.rows, 0);
    const { rows: expected } = await sums();
    if (rows !== expected)
      return {
        differs: {
          file,
          at: '/groups',
          expected: `${expected} rows, those of results.csv`,
          found: String(rows),
        },
      };
    return {
      holds: `${counted(stated.groups.length, 'row group')} of ${whole} with ${counted(rows, 'row')}, and its footer, each with the SHA-256 that ${file} states`,
    };
  },
};

function documentDiffers(stated: ResultsParts, text: string, manifest: Manifest): Difference | null {
  const listed = manifest.files.find(({ path }) => path === whole);
  if (!listed)
    return {
      file: 'manifest.json',
      at: '/files',
      expected: `${whole}, which ${file} is about`,
      found: 'none',
    };
  const { election, version } = manifest;
  const { bytes, sha256 } = listed;
  return documentDifference(file, { ...stated, election, version, bytes, sha256 }, stated, text);
}

/** The magic number has no part, since every file of the format begins with it. */
const magicNumber = 4;

function placesDiffer({ groups, footer, bytes }: ResultsParts): Difference | null {
  let next = magicNumber;
  for (const [place, { offset, bytes: length }] of [...groups, footer].entries()) {
    const at = place < groups.length ? `/groups/${place}` : '/footer';
    if (offset !== next)
      return {
        file,
        at: `${at}/offset`,
        expected: `${next}, where the part before it ends`,
        found: `${offset}`,
      };
    next = offset + length;
  }
  if (next === bytes) return null;
  const expected = `${bytes - footer.offset}, to the end of ${whole}`;
  return { file, at: '/footer/bytes', expected, found: String(footer.bytes) };
}

async function bytesDiffer(
  folder: ReleaseFolder,
  { groups, footer }: ResultsParts,
): Promise<Difference | null> {
  const found = await stretchHashes(folder.read(whole), [...groups, footer]);
  for (const [place, { sha256 }] of [...groups, footer].entries()) {
    const hash = found[place] ?? '';
    if (hash === sha256) continue;
    const at = place < groups.length ? `row group ${place + 1}` : 'footer';
    return { file: whole, at, expected: `the SHA-256 ${sha256} that ${file} states`, found: hash };
  }
  return null;
}
