import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../../../cli/commands/verify.ts';
import { siteAtAddress } from '../../../cli/release/election.ts';
import { verdictLine, verificationOf } from '../../../cli/verify/lines.ts';
import { siteChecks } from '../../../cli/verify/site/checks.ts';
import { siteEvidence } from '../../../cli/verify/site/evidence.ts';
import { verifyBy } from '../../../cli/verify/verify.ts';
import { type Explorer, placeBuild } from '../../../functions/publish/site/explorer.ts';
import { type PublishedSite, servePublished } from '../../local/support/published.ts';
import { aFullElection, aSetting } from '../../publish/setting.ts';
import { anElection, electionId } from '../../support/builders.ts';
import { aBuild } from '../../support/explorer.ts';
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts';
import { signerOf } from '../../support/signer.ts';
import { running } from '../running.ts';
import { all } from '../verify/election/support.ts';

/*
 * A site of three elections at an address, as the local environment serves it: the newest release of xx-2024 was withdrawn, zz-2024 was published after
 * the key had changed, and an execution of yy-2024 was run again, so that the head of its log has the new key and its release the old one.
 */

const certified = { status: 'certified', by: 'Commission', at: '2024-03-15', reason: 'Protocol 7' } as const;
const misprint = { version: '1.0.1', by: 'Commission', at: '2024-03-21', reason: 'columns were swapped' };
const explorer: Explorer = { place: (put, vouch) => placeBuild(aBuild('1'), put, vouch) };

let files: ReadonlyMap<string, Uint8Array>;
let before: ReadonlyMap<string, Uint8Array>;
let site: PublishedSite;
beforeAll(async () => {
  const store = memoryStore();
  const xx = await anElectionIn(store, 'xx-2024');
  await xx.release();
  await xx.setStatus(certified);
  await xx.release();
  await xx.setStatus({ ...certified, withdrawn: [misprint] });
  await xx.release();
  const yy = await anElectionIn(store, 'yy-2024');
  await yy.release();
  const zz = await anElectionIn(store, 'zz-2024');
  await zz.release();
  before = new Map(store.files());
  await zz.setStatus(certified);
  for (const { setting, id } of [
    { setting: zz, id: 'zz-2024' },
    { setting: yy, id: 'yy-2024' },
  ]) {
    const renewed = { ...store, signer: signerOf(2) };
    await aSetting(renewed, { of: electionId(id), explorer }).publish(await setting.allocate());
  }
  files = store.files();
  site = await servePublished(files);
});
afterAll(() => site.stop());

test('three elections at an address verify, one withdrawn, one before and one after the key was changed', async () => {
  const { code, stdout } = await running(verify.run, [site.url]);

  expect(stdout).not.toMatch(/DIFFERS|unchecked/);
  expect(code).toBe(0);
  expect(stdout.match(/The release verifies: 17 of 17 checks hold\./g)).toHaveLength(3);
  expect(stdout.slice(stdout.indexOf(`${site.url}\n`))).toMatch(
    /holds {6}assets {8}3 files as in 2 lists of checksums, those that pages lead to, signed by \w{16} and \w{16}, keys of the site\n.*holds {6}root .*3 elections.*\n.*holds {6}pages .*3 elections.*\n.*holds {6}keys {10}2 keys under their ids.*\n.*open {7}others .*\n {2}The root verifies: 4 of 5 checks hold, open: others\.\n$/,
  );
});

test.each([
  [
    'catalog.json',
    /root {10}catalog\.json is older than release 1\.0\.1 of zz-2024: it is written after it\n/,
  ],
  [
    'index.kk.html',
    /root {10}index\.kk\.html is older than release 1\.0\.1 of zz-2024: it is written after it\n/,
  ],
  [
    'elections/zz-2024/index.html',
    /pages {9}elections\/zz-2024\/index\.html is that of release 1\.0\.0: it is written after latest\.json\n/,
  ],
])(
  '%s that lies behind the newest release of one of them is open, with what it lacks',
  async (path, line) => {
    const { verified, lines } = await withChange(path, before.get(path) ?? null);

    expect(verified).toBe(true);
    expect(lines).toMatch(new RegExp(`open {7}${line.source}`));
  },
);

test.each([
  'catalog.json',
  'feed.xml',
  'openapi.json',
  'index.html',
  'elections/index.json',
  'elections/yy-2024/index.ru.html',
  'minisign.pub',
  'assets/app-1.js',
  'assets/view-1.js',
  'assets/style-1.css',
])('a byte of %s that is changed at the address is a difference, which names it', async (path) => {
  const bytes = Buffer.from(files.get(path) ?? '');
  bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;

  const { verified, lines } = await withChange(path, bytes);

  expect(verified).toBe(false);
  expect(lines).toMatch(new RegExp(`DIFFERS {4}(assets|root|pages|keys) +${path.replaceAll('.', '\\.')}:`));
});

test('checksums and signatures that pages lead to are missed, and so is the key that an old election was signed by', async () => {
  const signed = [...files.keys()].filter((path) => /^assets\/.*sha256sums|^keys\//.test(path));
  expect(signed).toHaveLength(6);
  for (const path of signed) {
    const { verified, lines } = await withChange(path, null);

    expect(verified, path).toBe(false);
    expect(lines, path).toContain(path);
  }
});

/** What is said of the root while one file is another. */
async function withChange(path: string, bytes: Uint8Array | null) {
  await site.put(path, bytes);
  try {
    const evidence = siteEvidence(siteAtAddress(new URL(site.url)), null);
    const verdicts = await all(verifyBy(evidence, siteChecks));
    const { verified } = verificationOf(verdicts);
    return { verified, lines: verdicts.map((one) => `${verdictLine(one)}\n`).join('') };
  } finally {
    await site.put(path, files.get(path) ?? null);
  }
}

function anElectionIn(store: MemoryStore, id: string) {
  const of = electionId(id);
  return aFullElection(anElection({ id: of }), aSetting(store, { of, explorer }));
}
