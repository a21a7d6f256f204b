import type { Latest } from '../../../functions/model/generated/latest.ts';
import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import { sha256 } from '../../../functions/publish/write/hash.ts';
import { ReleaseDefect, shown } from '../../release/defect.ts';
import { checkedDocument, decoded } from '../../release/documents.ts';
import type { ElectionFolder } from '../../release/election.ts';
import { isLater } from './versions.ts';

/** A release of the chain: its manifest, and the hash by which the one after it, or the pointer, names it. */
export interface ChainLink {
  readonly hash: string;
  readonly manifest: Manifest;
}

/**
 * The releases of an election from the one that `newest` names back to the first, each manifest with the hash that the next names. Throws
 * ReleaseDefect where one is missing, is another, or does not come before the one that names it: so the walk ends, whatever stands in the files.
 */
export async function chainFrom(
  election: ElectionFolder,
  newest: Pick<Latest, 'election' | 'version' | 'manifest'>,
): Promise<ChainLink[]> {
  const chain: ChainLink[] = [];
  let named: { readonly version: string; readonly manifest: string } | null = newest;
  while (named) {
    const link: ChainLink = await linkNamed(election, named, chain.at(-1)?.manifest ?? null);
    if (link.manifest.election !== newest.election)
      throw differs(named.version, '/election', shown(newest.election), shown(link.manifest.election));
    chain.push(link);
    named = link.manifest.previous;
  }
  return chain;
}

async function linkNamed(
  election: ElectionFolder,
  { version, manifest: hash }: { readonly version: string; readonly manifest: string },
  after: Manifest | null,
): Promise<ChainLink> {
  const by = after ? `the manifest of ${after.version}` : 'latest.json';
  if (after && !isLater(after.version, version))
    throw differs(after.version, '/previous/version', 'an earlier version', shown(version));
  const bytes = await election.document(`${version}/manifest.json`);
  if (bytes === null) throw differs(version, '', `the release that ${by} names`, 'no such file');
  const found = sha256(bytes);
  if (found !== hash) throw differs(version, '', `the SHA-256 that ${by} names, ${hash}`, found);
  const file = `${version}/manifest.json`;
  const manifest = checkedDocument(decoded(bytes, file), file, 'manifest');
  if (manifest.version !== version)
    throw differs(version, '/version', shown(version), shown(manifest.version));
  if (after && manifest.revision > after.revision)
    throw differs(version, '/revision', `at most ${after.revision}`, String(manifest.revision));
  return { hash, manifest };
}

function differs(version: string, at: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file: `${version}/manifest.json`, at, expected, found });
}
