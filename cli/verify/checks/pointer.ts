import { createHash } from 'node:crypto';
import { checkedDocument, readText } from '../../release/documents.ts';
import type { Check } from '../check.ts';
import { firstDifference } from '../compare.ts';

const file = 'latest.json';

/** latest.json, where it lies beside the release, names this release with the hash of its manifest, or a later one, and has not withdrawn it. */
export const pointer: Check = {
  name: 'pointer',
  async run({ folder, pointer: text, manifest }) {
    const { election, version, revision, status, at } = await manifest();
    const hash = createHash('sha256')
      .update(await readText(folder, 'manifest.json'))
      .digest('hex');
    if (text === null) return { holds: `no latest.json lies beside; the manifest has the SHA-256 ${hash}` };
    const latest = checkedDocument(text, file, 'latest');
    const withdrawal = latest.withdrawn.find((one) => one.version === version);
    if (latest.election === election && withdrawal)
      return {
        differs: {
          file,
          at: '/withdrawn',
          expected: `release ${version} to stand`,
          found: `withdrawn by ${withdrawal.by}, ${withdrawal.at}: ${withdrawal.reason}`,
        },
      };
    if (latest.election === election && isLater(latest.version, version))
      return { holds: `latest.json names a later release, ${latest.version}; this manifest is ${hash}` };
    const path = `elections/${election}/${version}/`;
    const { entry, withdrawn } = latest;
    const expected = { election, version, revision, status, manifest: hash, path, at, entry, withdrawn };
    const difference = firstDifference(expected, latest);
    if (difference) return { differs: { file, ...difference } };
    return { holds: `latest.json names this release and its manifest, ${hash}` };
  },
};

/** Whether a version is later than another, by its numbers. */
function isLater(version: string, than: string): boolean {
  const [numbers, others] = [version, than].map((text) => text.split('.').map(Number));
  for (const [place, number] of (numbers ?? []).entries()) {
    const other = others?.[place] ?? 0;
    if (number !== other) return number > other;
  }
  return false;
}
