import { byCodePoint } from '../../model/text/text.ts';
import { minisign } from '../sign/minisign.ts';
import type { Signer } from '../sign/signer.ts';
import { utf8 } from '../verify/bytes.ts';
import { sha256 } from '../write/hash.ts';

/** Who vouches for the explorer, and from which version of the code it was built. */
export interface Vouch {
  readonly signer: Signer;
  readonly codeVersion: string;
}

/** The checksums of one build of the explorer, signed; paths are from the root of the site. */
export interface SignedSums {
  readonly path: string;
  readonly text: string;
  /** The detached signature, in minisign's format. */
  readonly signature: string;
}

/**
 * The SHA-256 of every file of a build, as `sha256sum -c` reads it at the root of the site, and its signature. Both are named after the signature, which
 * depends on the files, the key and the code version: another build, key or version writes files of its own, and nothing is ever replaced.
 */
export async function signedSums(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  { signer, codeVersion }: Vouch,
): Promise<SignedSums> {
  const text = files
    .toSorted((a, b) => byCodePoint(a.path, b.path))
    .map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`)
    .join('');
  const comment = [...sumsComment, `version:${codeVersion}`].join('\t');
  const signature = await minisign(signer, utf8(text), comment);
  return { path: sumsPath(signature), text, signature };
}

/** What the trusted comment begins with, its words parted by tabs: no other signature of the same key can be passed off as one of the explorer. */
export const sumsComment: readonly string[] = ['project:sailau', 'files:explorer'];

/** Where the checksums lie that a signature is of, by the signature's text. */
export function sumsPath(signature: string): string {
  return `assets/${sha256(signature).slice(0, 16)}.sha256sums`;
}

/** Where the signature of checksums lies: where minisign looks for it. */
export function signaturePath(sums: string): string {
  return `${sums}.minisig`;
}
