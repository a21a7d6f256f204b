import {
  minisignKey,
  publicKeyText,
  readPublicKey,
  readSignature,
  shownKeyId,
} from '../../../functions/publish/verify/signature/minisign.ts';
import { counted } from '../../outcome.ts';
import { ReleaseDefect } from '../../release/defect.ts';
import type { SiteFolder } from '../../release/election.ts';
import type { Check } from '../check.ts';
import type { SiteEvidence } from './evidence.ts';

/** The public key of the installation, at the root. */
export const siteKey = 'minisign.pub';

/** Whether a file is a key that was kept, by its path. */
export function isKeptKey(path: string): boolean {
  return /^keys\/[^/]+\.pub$/.test(path);
}

/**
 * Every key that a signature names lies in keys/, under its id, which is made from the key itself; minisign.pub is one of them. Whose they are
 * only a key that you have from elsewhere can tell.
 */
export const keys: Check<SiteEvidence> = {
  name: 'keys',
  async run({ site, elections }) {
    const listed = (await site.disk?.list())?.filter(isKeptKey) ?? [];
    const named = new Set<string>();
    for (const { id, links } of await elections())
      for (const { manifest } of links) {
        const signer = await signerIn(site, `elections/${id}/${manifest.version}/SHA256SUMS.minisig`);
        if (signer) named.add(`keys/${signer}.pub`);
      }
    const pointed = await site.document(siteKey);
    if (pointed === null && named.size + listed.length === 0)
      return { open: 'the site has no keys, and no release is signed' };
    const own = `keys/${await keyIn(site, siteKey)}.pub`;
    const all = new Set([...named, ...listed, own]);
    for (const file of all) {
      const id = await keyIn(site, file);
      if (file !== `keys/${id}.pub`) throw defect(file, 'the key of this id', `that of ${id}`);
    }
    return { holds: `${counted(all.size, 'key')} under their ids, ${own} is that of the site` };
  },
};

/** Id of the key in a file, which is as Sailau writes it: else a byte of its comment might be changed. Throws ReleaseDefect. */
async function keyIn(site: SiteFolder, file: string): Promise<string> {
  const bytes = await site.document(file);
  if (bytes === null) throw defect(file, 'a public key', 'no such file');
  const key = readPublicKey(Buffer.from(bytes).toString());
  const text = key && publicKeyText(minisignKey(key.publicKey));
  if (key && text && Buffer.from(text).equals(bytes)) return shownKeyId(key.id);
  throw defect(file, 'a public key as Sailau writes it, its id made from the key', 'another text');
}

/** Id of the key that a signature names; null where there is none that can be read, which the checks of the release say. */
async function signerIn(site: SiteFolder, file: string): Promise<string | null> {
  const signed = readSignature(Buffer.from((await site.document(file)) ?? []).toString());
  return signed && shownKeyId(signed.keyId);
}

function defect(file: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file, at: '', expected, found });
}
