import { signaturePath } from '../../../../functions/publish/site/explorer-sums.ts';
import { pageNames } from '../../../../functions/publish/site/pages/frame.ts';
import { sha256 } from '../../../../functions/publish/write/hash.ts';
import { counted } from '../../../outcome.ts';
import type { Difference } from '../../../release/defect.ts';
import type { Check } from '../../check.ts';
import { electionIds, type SiteEvidence } from '../evidence.ts';
import { loadedBy } from '../page.ts';
import { pagePaths } from '../pages.ts';
import { type KnownSums, readSums, sumsNamedBy } from './sums.ts';

/**
 * Every page leads to checksums that are signed, and have what it loads; every file that checksums name is there and has its hash. Of a copy, no file of
 * assets/ is without.
 */
export const assets: Check<SiteEvidence> = {
  name: 'assets',
  async run(evidence) {
    const lying = (await evidence.site.disk?.list())?.filter((path) => path.startsWith('assets/')) ?? [];
    const known = new Map<string, KnownSums>();
    for (const path of new Set(lying.flatMap(sumsNamedBy))) known.set(path, await readSums(evidence, path));
    const differs =
      (await pagesDiffer(evidence, known)) ??
      (await filesDiffer(evidence, known)) ??
      strangerIn(lying, known);
    if (differs) return { differs };
    if (known.size === 0) return { holds: 'no page loads a script or a style' };
    return { holds: heldText([...known.values()], evidence) };
  },
};

/** Whether a page leads to checksums without what it loads; adds those that it leads to. What else is in the page, other checks look at. */
async function pagesDiffer(
  evidence: SiteEvidence,
  known: Map<string, KnownSums>,
): Promise<Difference | null> {
  const elections = await electionIds(evidence.site);
  for (const path of [...pageNames, ...elections.flatMap(pagePaths)]) {
    const { assets: loaded } = await evidence.page(path);
    if (loaded === null) continue;
    const { sums } = loaded;
    const own = known.get(sums) ?? (await readSums(evidence, sums));
    known.set(sums, own);
    const without = loadedBy(loaded).find((one) => !own.files.has(one.path));
    if (without)
      return { file: path, at: '', expected: `checksums of what it loads, ${without.path}`, found: sums };
  }
  return null;
}

async function filesDiffer(
  { asset }: SiteEvidence,
  known: ReadonlyMap<string, KnownSums>,
): Promise<Difference | null> {
  for (const { path: sums, files } of known.values())
    for (const [file, expected] of files) {
      const bytes = await asset(file);
      const found = bytes === null ? 'no such file' : sha256(bytes);
      if (found !== expected)
        return { file, at: '', expected: `the SHA-256 ${expected} that ${sums} states`, found };
    }
  return null;
}

/** Also a file that a publisher has just written, whose checksums come last: whoever copies the site a moment later has those too. */
function strangerIn(lying: readonly string[], known: ReadonlyMap<string, KnownSums>): Difference | null {
  const listed = new Set(
    [...known].flatMap(([sums, { files }]) => [sums, signaturePath(sums), ...files.keys()]),
  );
  const file = lying.find((path) => !listed.has(path));
  if (file === undefined) return null;
  return {
    file,
    at: '',
    expected: 'only files of the explorer, which signed checksums name',
    found: 'another',
  };
}

function heldText(known: readonly KnownSums[], { key, site }: SiteEvidence): string {
  const files = new Set(known.flatMap((sums) => [...sums.files.keys()]));
  const signers = [...new Set(known.map(({ signer }) => signer))].sort().join(' and ');
  const builds = known.length === 1 ? '1 list of checksums' : `${known.length} lists of checksums`;
  const whose = key === null ? 'keys of the site' : 'the key that you gave';
  const those = site.disk ? '' : ', those that pages lead to';
  return `${counted(files.size, 'file')} as in ${builds}${those}, signed by ${signers}, ${whose}`;
}
