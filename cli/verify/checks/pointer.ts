import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import type { Difference } from '../../release/defect.ts';
import { checkedDocument } from '../../release/documents.ts';
import type { Check } from '../check.ts';
import { documentDifference } from '../compare.ts';
import { isLater } from '../election/versions.ts';

const file = 'latest.json';

/** latest.json, where it lies beside the release, names this release with the hash of its manifest, or a later one, and has not withdrawn it. */
export const pointer: Check = {
  name: 'pointer',
  async run({ pointer: text, manifest, manifestHash, chain }) {
    const [own, hash] = [await manifest(), await manifestHash()];
    if (text === null) return { holds: `no latest.json lies beside; the manifest has the SHA-256 ${hash}` };
    const latest = checkedDocument(text, file, 'latest');
    const withdrawal = latest.withdrawn.find((one) => one.version === own.version);
    if (latest.election === own.election && withdrawal)
      return {
        differs: {
          file,
          at: '/withdrawn',
          expected: `release ${own.version} to stand`,
          found: `withdrawn by ${withdrawal.by}, ${withdrawal.at}: ${withdrawal.reason}`,
        },
      };
    if (latest.election === own.election && isLater(latest.version, own.version)) {
      const named = (await chain())?.find((link) => link.manifest.version === latest.version);
      const differs = named ? pointerDiffers(text, named.manifest, named.hash) : null;
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
  // Which entry put the pointer here, and what has been withdrawn, stands in no release.
  const { entry, newest, withdrawn } = latest;
  const expected = { election, version, revision, status, manifest, path, at, entry, newest, withdrawn };
  return documentDifference(file, expected, latest, text);
}
