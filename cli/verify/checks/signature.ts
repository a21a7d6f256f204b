import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import {
  readSignature,
  shownKeyId,
  signatureText,
  verifyMinisign,
} from '../../../functions/publish/verify/signature/minisign.ts';
import { counted } from '../../outcome.ts';
import { type Difference, shown } from '../../release/defect.ts';
import { decoded } from '../../release/documents.ts';
import type { Check } from '../check.ts';
import { type KnownKey, keyFor } from '../election/key.ts';
import { type SignedRelease, signedReleases } from '../election/signed.ts';
import type { Evidence } from '../evidence.ts';

const file = 'SHA256SUMS.minisig';

/**
 * SHA256SUMS is signed, and the signature is of this election and version; so it is in every other release of the chain. Whose it is, only a key
 * can tell that did not come with the release. To the byte: of the comment that minisign does not sign, nothing else could tell that it
 * was changed.
 */
export const signature: Check = {
  name: 'signature',
  async run(evidence) {
    const found: Found[] = [];
    for (const release of await signedReleases(evidence)) {
      const one = await signatureOf(evidence, release);
      if ('differs' in one) return one;
      found.push(one);
    }
    const [own] = found;
    if (!own?.id) return { open: 'the release is not signed: hashes show that it is whole, not who made it' };
    if (!own.key)
      return { open: `signed by key ${own.id}: name a file with that public key by --key to check it` };
    const signed = found.filter(({ key }) => key !== null).length;
    const others = signed > 1 ? ` and those of ${counted(signed - 1, 'release')} before it are` : ' is';
    return { holds: `SHA256SUMS${others} signed by ${own.id}, ${whose(own.key)}` };
  },
};

/** Who signed a release, and the key that showed it. `id` is null where nobody signed, `key` where no key is known. */
interface Found {
  readonly id: string | null;
  readonly key: KnownKey | null;
}

async function signatureOf(
  { key: given, election }: Evidence,
  { prefix, manifest, read }: SignedRelease,
): Promise<Found | { readonly differs: Difference }> {
  const site = election?.site ?? null;
  const defect = (expected: string, found: string) => ({
    differs: { file: `${prefix}${file}`, at: '', expected, found },
  });
  const [bytes, sums] = [await read(file), await read('SHA256SUMS')];
  if (!bytes || !sums) {
    // Whoever takes a signature away must not be believed: it is missed where it is listed, and where a key is known.
    const missed = (await lists(read, file)) || (await keyFor('', given, site)) !== null;
    return missed ? defect('a signature of SHA256SUMS', 'no such file') : { id: null, key: null };
  }
  const text = decoded(bytes, `${prefix}${file}`);
  const signed = readSignature(text);
  if (!signed || signatureText(signed) !== text)
    return defect('a signature as Sailau writes it', 'another text');
  const id = shownKeyId(signed.keyId);
  const key = await keyFor(id, given, site);
  if (!key) return { id, key };
  const verdict = await verifyMinisign(sums, text, key.text);
  if (!verdict.holds) return defect('the signature of SHA256SUMS', verdict.reason);
  const missing = missingWord(verdict.trustedComment, manifest);
  return missing === null
    ? { id, key }
    : defect(`a trusted comment that says ${missing}`, shown(verdict.trustedComment));
}

/** What is signed with the checksums: nobody can pass off the release of another version or election as this one. */
function missingWord(comment: string, { election, version }: Manifest): string | null {
  const words = new Set(comment.split('\t'));
  return [`election:${election}`, `version:${version}`].find((word) => !words.has(word)) ?? null;
}

async function lists(read: SignedRelease['read'], name: string): Promise<boolean> {
  const index = await read('index.json');
  return index !== null && Buffer.from(index).includes(`"${name}"`);
}

function whose({ from, text }: KnownKey): string {
  if (from === 'given') return 'the key that you gave';
  const line = text.trimEnd().split('\n').at(-1) ?? '';
  return `the site's own key: compare ${line} with one that you have from elsewhere`;
}
