import { counted } from '../../outcome.ts';
import { type Difference, shown } from '../../release/defect.ts';
import { parsed, readText } from '../../release/documents.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import type { Check } from '../check.ts';
import { firstDifference } from '../compare.ts';
import type { Recomputed } from '../recompute/recompute.ts';

/** Every contest has its certificate and no other is there; each is, member by member and byte by byte, what follows from the votes. */
export const certificates: Check = {
  name: 'certificates',
  async run({ folder, manifest, certificates: recomputed }) {
    const expected = await recomputed();
    for (const one of expected) {
      const differs = await certificateDiffers(folder, one);
      if (differs) return { differs };
    }
    const known = new Set(expected.map(({ file }) => file));
    const { files } = await manifest();
    const other = files.find(({ path }) => /^allocation\/.*\.json$/.test(path) && !known.has(path));
    if (other)
      return { differs: { file: other.path, at: '', expected: 'no such certificate', found: 'one' } };
    const steps = expected.reduce((sum, { certificate }) => sum + certificate.steps.length, 0);
    return {
      holds: `${counted(expected.length, 'certificate')} with ${counted(steps, 'step')}, recomputed from results.csv`,
    };
  },
};

async function certificateDiffers(
  folder: ReleaseFolder,
  { file, certificate }: Recomputed,
): Promise<Difference | null> {
  const text = await readText(folder, file);
  const document = `${JSON.stringify(certificate, null, 2)}\n`;
  const difference = firstDifference(JSON.parse(document), parsed(text, file));
  if (difference) return { file, ...difference };
  return text === document ? null : { file, ...firstLine(document, text) };
}

/** Equal values in other bytes: a member that stands there twice is read by some programs as the first, by others as the last. */
function firstLine(expected: string, found: string) {
  const [own, theirs] = [expected.split('\n'), found.split('\n')];
  const index = own.findIndex((line, place) => line !== theirs[place]);
  const place = index === -1 ? own.length : index;
  return { at: `line ${place + 1}`, expected: shown(own[place]), found: shown(theirs[place]) };
}
