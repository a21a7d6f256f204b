import { electionIn, releaseWithin } from '../../../../cli/release/election.ts';
import { evidenceIn } from '../../../../cli/verify/evidence.ts';
import { type Verdict, verify } from '../../../../cli/verify/verify.ts';
import { aFullElection, aProtocol, south } from '../../../publish/setting.ts';
import { memoryFolder } from '../support.ts';

/** The folder of an election: bytes by path, as `1.0.0/results.csv`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** An election with three releases: the first, one that is certified, and one in which a station was corrected. */
export async function threeReleases(): Promise<Files> {
  const { store, accept, setStatus, release } = await aFullElection();
  await release();
  await setStatus({ status: 'certified', by: 'Commission', at: '2024-03-15', reason: 'Protocol 7' });
  await release();
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
  const prefix = 'elections/xx-2024/';
  const lying = [...store.files()].filter(([key]) => key.startsWith(prefix));
  return new Map(lying.map(([key, bytes]) => [key.slice(prefix.length), bytes]));
}

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

/** What `sailau verify` says of an election, as it comes: of the release that latest.json names, and all that lies around it. */
export async function* verifyElection(files: Files): AsyncGenerator<Verdict> {
  const disk = memoryFolder(files);
  const pointer = textIn(files, 'latest.json');
  const version = /"version": "([0-9.]+)"/.exec(pointer)?.[1] ?? 'none';
  yield* verify(evidenceIn(releaseWithin(disk, version), pointer, electionIn(disk, true)));
}

/** All of what comes. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
