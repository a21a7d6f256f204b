import { electionIn, releaseWithin, siteIn } from '../../../../cli/release/election.ts';
import { evidenceIn } from '../../../../cli/verify/evidence.ts';
import { siteChecks } from '../../../../cli/verify/site/checks.ts';
import { siteEvidence } from '../../../../cli/verify/site/evidence.ts';
import { type Verdict, verify, verifyBy } from '../../../../cli/verify/verify.ts';
import { type Explorer, placeBuild } from '../../../../functions/publish/site/explorer.ts';
import { minisignKey, publicKeyText } from '../../../../functions/publish/verify/signature/minisign.ts';
import { aFullElection, aProtocol, aSetting, south } from '../../../publish/setting.ts';
import { anElection } from '../../../support/builders.ts';
import { aBuild } from '../../../support/explorer.ts';
import { memoryStore } from '../../../support/memory-store.ts';
import { signerOf } from '../../../support/signer.ts';
import { memoryFolder } from '../support.ts';

/** The folder of an election: bytes by path, as `1.0.0/results.csv`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** An election with three releases: the first, one that is certified, and one in which a station was corrected. */
export async function threeReleases(): Promise<Files> {
  return electionFiles(await aSite());
}

/** The files of the election alone, by path within its folder. */
export function electionFiles(site: Files): Files {
  const lying = [...site].filter(([key]) => key.startsWith(sitePrefix));
  return new Map(lying.map(([key, bytes]) => [key.slice(sitePrefix.length), bytes]));
}

/** Where the election lies from the root of the site. */
export const sitePrefix = 'elections/xx-2024/';

/** The whole site of that election, by path from the root, its first release under another build of the explorer than those after it. `late` says which files of the root are as they were after so many releases. */
export async function aSite(late: Readonly<Record<string, number>> = {}): Promise<Files> {
  let build = aBuild('1');
  const explorer: Explorer = { place: (put, vouch) => placeBuild(build, put, vouch) };
  const setting = aSetting(memoryStore(), { explorer });
  const { store, accept, setStatus, release } = await aFullElection(anElection(), setting);
  const stages: Files[] = [];
  await release();
  stages.push(new Map(store.files()));
  build = aBuild('2');
  await setStatus({ status: 'certified', by: 'Commission', at: '2024-03-15', reason: 'Protocol 7' });
  await release();
  stages.push(new Map(store.files()));
  const corrected = aProtocol('S', 'st4', {
    registered: 500,
    cast: 251,
    invalid: 5,
    A: 151,
    B: 60,
    C: 25,
    'against-all': 10,
  });
  await accept('results/list/south.csv', { kind: 'results', protocols: [corrected, ...south.slice(1)] });
  await release();
  stages.push(new Map(store.files()));
  const before = Object.entries(late).map(
    ([path, count]) => [path, stages[count - 1]?.get(path) ?? null] as const,
  );
  return withFiles(new Map(store.files()), Object.fromEntries(before));
}

/** The public key that the store in memory signs with. */
export const publishersKey = publicKeyText(minisignKey(await signerOf(1).publicKey()));

/** The election with other files; null takes a file away. */
export function withFiles(files: Files, others: Readonly<Record<string, Uint8Array | string | null>>): Files {
  const changed = new Map(files);
  for (const [path, bytes] of Object.entries(others))
    if (bytes === null) changed.delete(path);
    else changed.set(path, Buffer.from(bytes));
  return changed;
}

/** Text of a file of an election. */
export function textIn(files: Files, path: string): string {
  return Buffer.from(files.get(path) ?? '').toString();
}

/**
 * What `sailau verify` says of an election, as it comes: of the release that latest.json names, and all that lies around it. `key` is the
 * public key of who should have signed.
 */
export async function* verifyElection(files: Files, key: string | null = null): AsyncGenerator<Verdict> {
  const disk = memoryFolder(files);
  const pointer = textIn(files, 'latest.json');
  const version = /"version": "([0-9.]+)"/.exec(pointer)?.[1] ?? 'none';
  yield* verify(evidenceIn(releaseWithin(disk, version), pointer, electionIn(disk, true), key));
}

/** What `sailau verify` says of the whole site, as it comes: of its election, then of the root. */
export async function* verifySite(files: Files, key: string | null = null): AsyncGenerator<Verdict> {
  yield* verifyElection(electionFiles(files), key);
  yield* verifyRootOf(files, key);
}

/** What it says of the root alone. */
export function verifyRootOf(files: Files, key: string | null = null): AsyncGenerator<Verdict> {
  return verifyBy(siteEvidence(siteIn(memoryFolder(files)), key), siteChecks);
}

/** All of what comes. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
