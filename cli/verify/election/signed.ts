import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import { ReleaseDefect } from '../../release/defect.ts';
import { readText } from '../../release/documents.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import type { Evidence } from '../evidence.ts';

/** A release with what is needed to check who signed it. */
export interface SignedRelease {
  /** What stands before its files in a difference: nothing for the one that is verified, `1.0.0/` for another of the chain. */
  readonly prefix: string;
  readonly manifest: Manifest;
  /** A document of it; null when it is not there. */
  read(file: string): Promise<Uint8Array | null>;
}

/** The release that is verified, then every other of its chain. A broken chain, which a check of its own reports, leaves the others out. */
export async function signedReleases({
  folder,
  manifest,
  election,
  chain,
}: Evidence): Promise<SignedRelease[]> {
  const own = await manifest();
  const links = (await chain().catch(noChain)) ?? [];
  const others = links.flatMap((link): SignedRelease[] => {
    const { version } = link.manifest;
    if (election === null || version === own.version) return [];
    const prefix = `${version}/`;
    return [{ prefix, manifest: link.manifest, read: (file) => election.document(`${prefix}${file}`) }];
  });
  return [{ prefix: '', manifest: own, read: (file) => documentIn(folder, file) }, ...others];
}

async function documentIn(folder: ReleaseFolder, file: string): Promise<Uint8Array | null> {
  if ((await folder.size(file)) === null) return null;
  return new TextEncoder().encode(await readText(folder, file));
}

function noChain(error: unknown): null {
  if (error instanceof ReleaseDefect) return null;
  throw error;
}
