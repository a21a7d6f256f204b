import type { ElectionId } from '../../model/ids.ts';
import type { Entry, Published } from '../../model/ledger.ts';
import { PublishError } from '../errors.ts';
import { snapshotAt } from '../read/snapshot.ts';
import type { Batches } from '../release.ts';
import type { Signer } from '../sign/signer.ts';
import { utf8 } from '../verify/bytes.ts';
import {
  checkpointText,
  noteText,
  readCheckpoint,
  textOfNote,
  verifyNote,
} from '../verify/signature/note.ts';
import { changedEntries } from './changed.ts';
import { releaseEntry } from './entries.ts';
import { emptyHead, type Head, headOf } from './head.ts';
import { rootOf } from './tree.ts';
import { logWriter } from './writer.ts';

/** The part of the store that holds the log of one election; paths are from its folder. */
export interface LogFiles {
  read(path: string): Promise<Uint8Array | null>;
  /** Writes a file that never changes. The same bytes may be there already; others are an error. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Replaces the checkpoint, unless `keep` says of the one that is there that it is as good. */
  moveCheckpoint(note: string, keep: (current: string) => Promise<boolean>): Promise<void>;
}

/** What the log is made from, and where it goes. */
export interface LogSources {
  readonly election: ElectionId;
  readonly ledger: readonly Entry[];
  readonly batches: Batches;
  readonly files: LogFiles;
  readonly signer: Signer;
  /** Folder of the log from the root of the site, without slashes at the ends. */
  readonly path: string;
}

/**
 * Brings the log of an election up to its finished releases: for each the protocols that are new or changed, then the release. It follows
 * from the ledger alone, so it may be run again after a crash, or by two at once: both write the same files. Full tiles and bundles come
 * first, those of the right edge next, the checkpoint last, and nothing that a checkpoint has covered ever changes.
 */
export async function growLog(sources: LogSources): Promise<void> {
  const releases = sources.ledger.filter((entry): entry is Entry<Published> => entry.type === 'published');
  const stored = await headOf(sources.files, sources.signer, sources.path);
  const done = releases.findIndex(({ version }) => version === stored.version);
  let head = done < 0 ? emptyHead(sources.signer, sources.path) : stored;
  for (const [index, release] of releases.entries())
    if (index > done) head = await addRelease(sources, head, releases[index - 1] ?? null, release);
}

async function addRelease(
  sources: LogSources,
  head: Head,
  previous: Entry<Published> | null,
  release: Entry<Published>,
): Promise<Head> {
  const { election, ledger, batches, files } = sources;
  const before = previous && (await snapshotAt(batches, election, ledger, previous.revision));
  const after = await snapshotAt(batches, election, ledger, release.revision);
  if (!after)
    throw new PublishError(
      'definition-missing',
      `${election}: revision ${release.revision} has no definition`,
    );
  const writer = logWriter(files, head);
  for await (const entries of changedEntries(batches, before, after))
    for (const entry of entries) await writer.add(entry);
  await writer.add(releaseEntry(release));
  const grown = { origin: head.origin, version: release.version, ...(await writer.finish()) };
  await announce(sources, grown, release.version);
  return grown;
}

/** Signs the head: as the checkpoint of the release, which stays, then as that of the log. */
async function announce(
  { files, signer }: LogSources,
  { origin, tree }: Head,
  version: string,
): Promise<void> {
  const text = checkpointText({ origin, size: tree.size, root: rootOf(tree) });
  const key = { name: origin, publicKey: await signer.publicKey() };
  const note = noteText(text, key, await signer.sign(utf8(text)));
  const path = `checkpoints/${version}`;
  const there = await files.read(path);
  // After a change of keys the old signature stays: whoever has kept the old key can still check it.
  if (!there || textOfNote(new TextDecoder().decode(there)) !== text) await files.put(path, utf8(note));
  await files.moveCheckpoint(note, async (current) => {
    const size = readCheckpoint(current)?.size ?? 0;
    return size >= tree.size && (await verifyNote(current, key)).holds;
  });
}
