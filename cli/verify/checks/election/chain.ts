import { counted } from '../../../outcome.ts';
import { type Difference, ReleaseDefect } from '../../../release/defect.ts';
import { type ElectionFolder, releaseWithin } from '../../../release/election.ts';
import type { ReleaseFolder } from '../../../release/folder.ts';
import type { Check } from '../../check.ts';
import type { ChainLink } from '../../election/chain.ts';
import type { Evidence } from '../../evidence.ts';
import { filesDiffer } from '../files.ts';

/**
 * The releases follow one another back to the first, this one among them; each was made of a beginning of the same ledger. Where the others lie
 * on this machine, they are whole, and no release lies there that is none of the chain.
 */
export const chain: Check = {
  name: 'chain',
  async run(evidence) {
    const { manifest, manifestHash, election, chain: walk } = evidence;
    const [own, hash, links] = [await manifest(), await manifestHash(), await walk()];
    if (election === null || links === null) return { holds: alone(own.previous) };
    const mine = links.find((link) => link.manifest.version === own.version);
    if (mine?.hash !== hash) return { differs: notInChain(hash, mine) };
    const differs =
      (await ledgersDiffer(evidence, links)) ??
      (election.disk && ((await othersDiffer(election.disk, own.version, links)) ?? null)) ??
      (await strangersLieThere(election, links));
    if (differs) return { differs };
    const first = links.at(-1)?.manifest.version ?? own.version;
    const others = othersText(links.length - 1, election.disk !== null);
    return {
      holds: `${counted(links.length, 'release')} back to ${first}, each manifest with the hash that the next names${others}`,
    };
  },
};

function alone(previous: { readonly version: string; readonly manifest: string } | null): string {
  if (previous === null) return 'the first release: none comes before it';
  return `it follows ${previous.version}, whose manifest has the SHA-256 ${previous.manifest}; that one does not lie beside`;
}

function othersText(count: number, here: boolean): string {
  if (count === 0) return '';
  return here ? '; all files of the others whole' : '; the files of the others were not downloaded';
}

function notInChain(hash: string, found: ChainLink | undefined): Difference {
  const expected = 'a release of the chain that latest.json begins';
  return {
    file: 'manifest.json',
    at: '',
    expected,
    found: found ? `another manifest, ${hash}` : 'none of it',
  };
}

/** An entry never changes: where a release ends, the ledger of this one has the entry that its manifest names. */
async function ledgersDiffer(
  { manifest, ledgerHashes }: Evidence,
  links: readonly ChainLink[],
): Promise<Difference | null> {
  const [{ revision: last }, hashes] = [await manifest(), await ledgerHashes()];
  for (const { manifest: other } of links) {
    const expected = hashes[other.revision - 1];
    if (other.revision > last || other.ledger === expected) continue;
    const file = `${other.version}/manifest.json`;
    return {
      file,
      at: '/ledger',
      expected: `the hash of line ${other.revision} of the ledger, ${expected}`,
      found: other.ledger,
    };
  }
  return null;
}

async function othersDiffer(
  disk: ReleaseFolder,
  own: string,
  links: readonly ChainLink[],
): Promise<Difference | null> {
  for (const { manifest, hash } of links) {
    if (manifest.version === own) continue;
    const found = await filesDiffer(releaseWithin(disk, manifest.version), manifest, hash).catch(
      (error: unknown) => {
        if (error instanceof ReleaseDefect) return error.difference;
        throw error;
      },
    );
    if (found) return { ...found, file: `${manifest.version}/${found.file}` };
  }
  return null;
}

/** A half release that was given up has no checksums: it is let lie. */
async function strangersLieThere(
  { disk, asked }: ElectionFolder,
  links: readonly ChainLink[],
): Promise<Difference | null> {
  if (!disk || !asked) return null;
  const known = new Set(links.map(({ manifest }) => `${manifest.version}/SHA256SUMS`));
  const other = (await disk.list()).find((file) => /^[^/]+\/SHA256SUMS$/.test(file) && !known.has(file));
  if (other === undefined) return null;
  return { file: other, at: '', expected: 'only releases of the chain', found: 'another' };
}
