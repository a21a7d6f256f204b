import type { LogFiles } from '../../../functions/publish/log/grow.ts';
import { emptyTree, rootOf } from '../../../functions/publish/log/tree.ts';
import { logWriter } from '../../../functions/publish/log/writer.ts';
import { sameBytes } from '../../../functions/publish/verify/bytes.ts';
import type { Checkpoint } from '../../../functions/publish/verify/signature/note.ts';
import { bundlePath, readBundle, tileWidth, widthAt } from '../../../functions/publish/verify/tiles.ts';
import { ReleaseDefect, shown } from '../../release/defect.ts';

/** Reads a file of a log by its path within the log's folder; null when it is not there. */
export type ReadLog = (path: string) => Promise<Uint8Array | null>;

/** The head of a log at a release, and the hash of that release's manifest. */
export interface LoggedRelease {
  readonly version: string;
  readonly manifest: string;
  readonly checkpoint: Checkpoint;
}

/**
 * Builds a log anew from its own entries, release by release, the oldest first, and compares every tile, every bundle and the root at each
 * release with what lies there; so whatever a later head covers, it goes on where the earlier one stood. The last entry of a release names it and
 * its manifest. Memory holds a bundle. Throws ReleaseDefect for the first file that is another.
 */
export async function auditLog(read: ReadLog, releases: readonly LoggedRelease[]): Promise<number> {
  const size = releases.at(-1)?.checkpoint.size ?? 0;
  const source = { bundle: '' };
  const entries = entriesOf(read, size, source);
  const files = comparing(read, source);
  let head: Parameters<typeof logWriter>[1] = { origin: '', tree: emptyTree, entries: [], version: null };
  for (const release of releases) {
    const { checkpoint, version } = release;
    const writer = logWriter(files, head);
    let last: Uint8Array | null = null;
    for (let index = head.tree.size; index < checkpoint.size; index += 1) {
      const next = await entries.next();
      if (next.done === true)
        throw defect(`checkpoints/${version}`, `at most ${size} entries`, String(checkpoint.size));
      last = next.value;
      await writer.add(next.value);
    }
    head = { ...head, ...(await writer.finish()), version };
    if (!sameBytes(rootOf(head.tree), checkpoint.root))
      throw defect(`checkpoints/${version}`, 'the root over the entries of the log', 'another');
    checkLast(last, release);
  }
  return size;
}

/** Every release ends what it adds with an entry of its own, which vouches for all of its files. Throws ReleaseDefect where it does not. */
export function checkLast(
  entry: Uint8Array | null,
  { version, manifest }: Omit<LoggedRelease, 'checkpoint'>,
): void {
  const text = entry === null ? '' : Buffer.from(entry).toString();
  const names = [`"manifest":"${manifest}"`, '"type":"release"', `"version":"${version}"`];
  if (names.every((name) => text.includes(name))) return;
  throw defect(
    `checkpoints/${version}`,
    `an entry of release ${version} with the manifest ${manifest} at its end`,
    shown(text),
  );
}

/** The bundle that entries are just read from. */
interface Source {
  bundle: string;
}

async function* entriesOf(read: ReadLog, size: number, source: Source): AsyncGenerator<Uint8Array> {
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = widthAt(0, index, size);
    const path = bundlePath(index, width);
    source.bundle = path;
    const bytes = await read(path);
    if (bytes === null) throw defect(path, `a bundle of ${width} entries`, 'no such file');
    const entries = readBundle(bytes, width);
    if (entries === null) throw defect(path, `a bundle of ${width} entries`, 'other bytes');
    yield* entries;
  }
}

/** In the place of a log that is written: holds what would be written against what lies there. */
function comparing(read: ReadLog, source: Source): LogFiles {
  return {
    read,
    moveCheckpoint: async () => {},
    async put(path, bytes) {
      const there = await read(path);
      if (there && sameBytes(there, bytes)) return;
      const expected = `what follows from the entries in log/${source.bundle}`;
      throw defect(path, expected, there ? 'other bytes' : 'no such file');
    },
  };
}

function defect(path: string, expected: string, found: string): ReleaseDefect {
  return new ReleaseDefect({ file: `log/${path}`, at: '', expected, found });
}
