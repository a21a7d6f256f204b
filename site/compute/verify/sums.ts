import { isObject } from '../../../functions/model/json/json.ts';
import { hashOf, jsonOf, needed, type ReadFile, textOf } from './read.ts';
import { NotVerified } from './step.ts';

/** SHA256SUMS of a release: what the signature covers, and the hash of every file by its path in the release. */
export interface Sums {
  readonly bytes: Uint8Array;
  readonly hashes: ReadonlyMap<string, string>;
}

/** Reads SHA256SUMS in the folder of a release. Throws NotVerified where it is missing or none. */
export async function sumsOf(read: ReadFile, folder: string): Promise<Sums> {
  const file = `${folder}SHA256SUMS`;
  const bytes = await needed(read, file);
  const lines = textOf(bytes, file).trimEnd().split('\n');
  const hashes = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  if (hashes.includes(null)) throw new NotVerified({ code: 'unreadable', file });
  return { bytes, hashes: new Map(hashes.map((match) => [match?.[2] ?? '', match?.[1] ?? ''])) };
}

/** The bytes of a file of a release, once their hash is the one that SHA256SUMS states. Throws NotVerified. */
export async function wholeFile(
  read: ReadFile,
  folder: string,
  { hashes }: Sums,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const expected = hashes.get(path);
  const file = `${folder}${path}`;
  if (expected === undefined) throw new NotVerified({ code: 'unlisted', file, list: `${folder}SHA256SUMS` });
  const bytes = await needed(read, file);
  const found = hashOf(bytes);
  if (found !== expected) throw new NotVerified({ code: 'hash-differs', file, expected, found });
  return { bytes, sha256: found };
}

/** A release as versions.json lists it. */
export interface ListedRelease {
  readonly version: string;
  readonly manifest: string;
}

/** The releases of an election from versions.json, the oldest first. Throws NotVerified where it is missing or none. */
export async function listedReleases(read: ReadFile, election: string): Promise<ListedRelease[]> {
  const file = `elections/${election}/versions.json`;
  const value = jsonOf(await needed(read, file), file);
  const releases: unknown[] = isObject(value) && Array.isArray(value.releases) ? value.releases : [];
  const found = releases.flatMap((one): ListedRelease[] => {
    if (!isObject(one)) return [];
    const { version, manifest } = one;
    return typeof version === 'string' && typeof manifest === 'string' ? [{ version, manifest }] : [];
  });
  if (found.length === 0 || found.length !== releases.length)
    throw new NotVerified({ code: 'unreadable', file });
  return found.toReversed();
}
