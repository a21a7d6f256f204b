import { sameBytes } from '../../../../functions/publish/verify/bytes.ts';
import { rootOfEnd } from '../../../../functions/publish/verify/end.ts';
import type { Place } from '../../../../functions/publish/verify/entry.ts';
import { verifyConsistency } from '../../../../functions/publish/verify/proof.ts';
import { proveConsistency, type ReadLog } from '../../../../functions/publish/verify/prove.ts';
import { type Checkpoint, readCheckpoint } from '../../../../functions/publish/verify/signature/note.ts';
import { attempted, needed, type ReadFile, textOf } from '../read.ts';
import { type Established, LeftOpen, NotVerified } from '../step.ts';
import type { ListedRelease } from '../sums.ts';
import { type End, readBack } from './back.ts';
import type { LoggedEntry } from './entry.ts';
import { type LogOrder, type Range, searchNewest } from './search.ts';

/** What the log of an election says of one protocol. */
export interface Found {
  readonly end: End;
  /** The newest entry of the protocol; null where the log has none. */
  readonly entry: LoggedEntry | null;
}

/**
 * The newest entry of a protocol in the first `head.size` entries of a log: read from the end back where that is little, else searched for by the order
 * of the entries. Throws LogUnreadable, NotVerified.
 *
 * @param releases those up to this one, the oldest first
 * @param order asked for only where the log is long
 */
export async function findInLog(
  log: ReadLog,
  { size }: Checkpoint,
  place: Place,
  releases: readonly ListedRelease[],
  order: () => Promise<LogOrder>,
): Promise<Found> {
  const end = await readBack(log, size, place);
  if (end.found || end.from === 0) return { end, entry: end.found };
  const ranges = await rangesOf(log, releases, size);
  return { end, entry: await searchNewest(log, size, ranges, await order(), place) };
}

/**
 * Whether nothing in the log up to this release replaces the protocol, and its last entry is this release with this manifest. Throws NotVerified;
 * LeftOpen where there is more after the protocol than was read.
 */
export async function newestHolds(
  log: ReadLog,
  head: Checkpoint,
  { end, entry }: Found,
  release: ListedRelease,
): Promise<Established> {
  const wrong = new NotVerified({ code: 'other-release', entry: head.size, expected: release.version });
  if (!sameBytes(await rootOfEnd(log, end), head.root)) throw wrong;
  const last = new TextDecoder().decode(end.last?.bytes);
  const names = [`"manifest":"${release.manifest}"`, '"type":"release"', `"version":"${release.version}"`];
  if (!names.every((name) => last.includes(name))) throw wrong;
  if (!entry || entry.index < end.from)
    throw new LeftOpen({ code: 'not-all-read', unread: end.from - (entry?.index ?? 0) - 1 });
  return { code: 'newest', entries: head.size - entry.index - 1 };
}

/** Whether the log as it is now goes on where it stood at the release: nothing that was proved has been taken back. Throws NotVerified, LogUnreadable. */
export async function consistencyHolds(
  log: ReadLog,
  head: Checkpoint,
  now: Checkpoint,
): Promise<Established> {
  const proof = head.size <= now.size ? await proveConsistency(log, head.size, now.size) : [];
  if (!verifyConsistency({ first: head, second: now }, proof))
    throw new NotVerified({ code: 'log-rewritten', from: head.size, to: now.size });
  return { code: 'consistent', from: head.size, to: now.size };
}

/** Reads files of the log of an election by their path in it. Where nobody answers, the step stays open. */
export function logIn(read: ReadFile, folder: string): ReadLog {
  return (path) => attempted(read, `${folder}${path}`);
}

/** Where each release begins and ends, as the heads of the log say; they are taken for hints, and nothing rests on them. */
async function rangesOf(log: ReadLog, releases: readonly ListedRelease[], size: number): Promise<Range[]> {
  const ends = await Promise.all(
    releases.map(async ({ version }) => {
      const name = `checkpoints/${version}`;
      return readCheckpoint(textOf(await needed(log, name), `log/${name}`))?.size ?? 0;
    }),
  );
  const bounds = [0, ...ends.filter((end) => end > 0 && end < size), size];
  return bounds.slice(1).map((to, place) => ({ from: bounds[place] ?? 0, to }));
}
