import { isObject } from '../../../functions/model/json/json.ts';
import type { Place } from '../../../functions/publish/verify/entry.ts';
import type { InclusionProof } from '../../../functions/publish/verify/inclusion.ts';
import { once } from '../../../functions/publish/verify/once.ts';
import type { ReadLog } from '../../../functions/publish/verify/prove.ts';
import type { Checkpoint } from '../../../functions/publish/verify/signature/note.ts';
import { headOf } from './log/head.ts';
import { provedInclusion } from './log/inclusion.ts';
import { type Found, findInLog, logIn } from './log/log.ts';
import type { LogOrder } from './log/search.ts';
import { type PublishedProtocol, protocolIn } from './protocol.ts';
import { attempted, jsonOf, type ReadFile } from './read.ts';
import { type KnownKey, keyOf, type ReleaseName, siteKey } from './signature.ts';
import { LeftOpen } from './step.ts';
import { type ListedRelease, listedReleases, type Sums, sumsOf, wholeFile } from './sums.ts';

/** One number to be verified: the protocol of a station (or, with `station` null, of an area as a whole) in a release. */
export interface Claim extends Place {
  readonly election: string;
  readonly version: string;
  /** A public key of minisign that the reader has from elsewhere; null: the one of the site. */
  readonly key: string | null;
}

/** What the steps rest on, each read and checked once, when the first of them asks for it. All throw NotVerified, LeftOpen. */
export interface Facts {
  readonly read: ReadFile;
  readonly release: ReleaseName;
  readonly log: ReadLog;
  readonly sums: () => Promise<Sums>;
  /** The protocol, from a file whose hash is the one that SHA256SUMS states. */
  readonly protocol: () => Promise<{
    readonly protocol: PublishedProtocol;
    readonly file: string;
    readonly sha256: string;
  }>;
  /** The releases up to this one, the oldest first. */
  readonly releases: () => Promise<readonly ListedRelease[]>;
  readonly key: () => Promise<KnownKey | null>;
  /** The head of the log when this release was published. */
  readonly head: () => Promise<Checkpoint>;
  /** The head of the log now, signed by the key of the newest release. */
  readonly headNow: () => Promise<Checkpoint>;
  readonly found: () => Promise<Found>;
  readonly proof: () => Promise<InclusionProof>;
}

/** What there is to know of a claim. Nothing is read before it is asked for. */
export function factsOf(read: ReadFile, claim: Claim): Facts {
  const { election, version } = claim;
  const folder = `elections/${election}/${version}/`;
  const logFolder = `elections/${election}/log/`;
  const release = { election, version, folder };
  const log = logIn(read, logFolder);
  const sums = once(() => sumsOf(read, folder));
  const key = once(() => keyOf(read, release, claim.key));
  const listed = once(() => listedReleases(read, election));
  const releases = once(async () => upTo(version, await listed()));
  const head = once(async () =>
    headOf(read, logFolder, `checkpoints/${version}`, all(await logKey(read, logFolder, key))),
  );
  const protocol = once(async () => {
    const path = `areas/${claim.area}.json`;
    const { bytes, sha256 } = await wholeFile(read, folder, await sums(), path);
    return { protocol: protocolIn(bytes, path, claim), file: path, sha256 };
  });
  const found = once(async () =>
    findInLog(log, await head(), claim, await releases(), async () => orderOf(read, folder, await sums())),
  );
  return {
    read,
    release,
    log,
    sums,
    protocol,
    releases,
    key,
    head,
    headNow: once(async () => {
      const latest = (await listed()).at(-1)?.version ?? version;
      const newest = { election, version: latest, folder: `elections/${election}/${latest}/` };
      // After a change of keys the last head is signed anew, and no release need have followed.
      const renewed = claim.key === null ? await siteKey(read) : null;
      return headOf(read, logFolder, 'checkpoint', all(await keyOf(read, newest, claim.key), renewed));
    }),
    found,
    proof: once(async () =>
      provedInclusion(log, await head(), (await protocol()).protocol, (await found()).entry),
    ),
  };
}

function all(...keys: readonly (KnownKey | null)[]): KnownKey[] {
  return keys.filter((key) => key !== null);
}

/** A site that has never had a log is no forgery; one whose log has lost its head is. */
async function logKey(
  read: ReadFile,
  folder: string,
  key: () => Promise<KnownKey | null>,
): Promise<KnownKey | null> {
  const known = await key();
  if (!known && !(await attempted(read, `${folder}checkpoint`))) throw new LeftOpen({ code: 'no-log' });
  return known;
}

function upTo(version: string, releases: readonly ListedRelease[]): ListedRelease[] {
  const place = releases.findIndex((one) => one.version === version);
  return releases.slice(0, place + 1);
}

/** Contests and areas in the order of the definition, as the files of the release list them. */
async function orderOf(read: ReadFile, folder: string, sums: Sums): Promise<LogOrder> {
  const listed = async (file: string, list: string, member: string) => {
    const value = jsonOf((await wholeFile(read, folder, sums, file)).bytes, file);
    const items: unknown[] = isObject(value) && Array.isArray(value[list]) ? value[list] : [];
    return items.flatMap((item) => {
      const id = isObject(item) ? item[member] : undefined;
      return typeof id === 'string' ? [id] : [];
    });
  };
  return {
    contests: await listed('summary.json', 'contests', 'contest'),
    areas: await listed('areas.json', 'areas', 'area'),
  };
}
