import { decoded } from '../../release/documents.ts';
import type { SiteFolder } from '../../release/election.ts';

/** A public key, as the text of a file of minisign, and where it comes from, for people. */
export interface KnownKey {
  readonly text: string;
  /** `given`: by whoever verifies, so that it says who published. `site`: it lies beside what it vouches for. */
  readonly from: 'given' | 'site';
}

/**
 * The key to check a signature with: the one that was given, else the one that the site keeps under the id that the signature names, else that
 * of the site; null when there is none.
 *
 * @param id as minisign shows it; it comes from the signature, so anybody may have written it
 */
export async function keyFor(
  id: string,
  given: string | null,
  site: SiteFolder | null,
): Promise<KnownKey | null> {
  if (given !== null) return { text: given, from: 'given' };
  for (const file of [`keys/${id}.pub`, 'minisign.pub']) {
    const bytes = (await site?.document(file)) ?? null;
    if (bytes) return { text: decoded(bytes, file), from: 'site' };
  }
  return null;
}
