import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import type { Difference } from '../../release/defect.ts';
import { checkedDocument } from '../../release/documents.ts';
import type { Check } from '../check.ts';
import { firstDifference } from '../compare.ts';
import { isLater } from '../versions.ts';

const file = 'latest.json';

/** latest.json, where it lies beside the release, names this release with the hash of its manifest, or a later one. */
export const pointer: Check = {
  name: 'pointer',
  async run({ pointer: text, manifest, manifestHash, chain }) {
    const [own, hash] = [await manifest(), await manifestHash()];
    if (text === null) return { holds: `no latest.json lies beside; the manifest has the SHA-256 ${hash}` };
    const latest = checkedDocument(text, file, 'latest');
    if (latest.election === own.election && isLater(latest.version, own.version)) {
      const [newest] = (await chain()) ?? [];
      const differs = newest ? pointerDiffers(text, newest.manifest, newest.hash) : null;
      if (differs) return { differs };
      return { holds: `latest.json names a later release, ${latest.version}; this manifest is ${hash}` };
    }
    const differs = pointerDiffers(text, own, hash);
    if (differs) return { differs };
    return { holds: `latest.json names this release and its manifest, ${hash}` };
  },
};

function pointerDiffers(
  text: string,
  { election, version, revision, status, at }: Manifest,
  manifest: string,
): Difference | null {
  const path = `elections/${election}/${version}/`;
  const latest = checkedDocument(text, file, 'latest');
  const difference = firstDifference({ election, version, revision, status, manifest, path, at }, latest);
  if (difference) return { file, ...difference };
  // A member that stands there twice is read by some programs as the first, by others as the last.
  if (text === `${JSON.stringify(latest, null, 2)}\n`) return null;
  return { file, at: '', expected: 'the bytes that Sailau writes', found: 'others' };
}
