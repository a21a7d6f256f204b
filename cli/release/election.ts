import { ReleaseDefect } from './defect.ts';
import { decoded, documentLimit } from './documents.ts';
import { fetchBody } from './fetch.ts';
import { openFolder, type ReleaseFolder } from './folder.ts';
import { isReleasePath } from './path.ts';

/** The folder of an election, where its releases lie side by side; files as `latest.json` and `1.0.0/manifest.json`. */
export interface ElectionFolder {
  /** Whether all of it is to be verified: then nothing of it may be missing. Else a release was named, and this is what lies around it. */
  readonly asked: boolean;
  /** A file that is read whole; null when it is not there. Throws ReleaseDefect when it is too large for a document. */
  document(file: string): Promise<Uint8Array | null>;
  /** All files, where they lie on this machine. Null at an address: nobody can list that, and other releases are not downloaded. */
  readonly disk: ReleaseFolder | null;
}

/** The folder of an election on this machine. */
export function electionOnDisk(path: string, asked: boolean): ElectionFolder {
  return electionIn(openFolder(path), asked);
}

/** The same, in whatever can be read like a folder. */
export function electionIn(disk: ReleaseFolder, asked: boolean): ElectionFolder {
  return {
    asked,
    disk,
    async document(file) {
      const bytes = await disk.size(file);
      if (bytes === null) return null;
      if (bytes > documentLimit) throw tooLarge(file, bytes);
      return collected(disk.read(file));
    },
  };
}

/** The folder of an election at an address, which ends in a slash. */
export function electionAtAddress(base: URL, asked: boolean): ElectionFolder {
  return {
    asked,
    disk: null,
    async document(file) {
      if (!isReleasePath(file)) return null;
      const body = await fetchBody(new URL(file, base), file, documentLimit);
      return body && collected(body);
    },
  };
}

/** A document of an election as text; null when it is not there. Throws ReleaseDefect when it is too large, or not UTF-8. */
export async function electionText(election: ElectionFolder, file: string): Promise<string | null> {
  const bytes = await election.document(file);
  return bytes && decoded(bytes, file);
}

/** The release of a version within the folder of its election. */
export function releaseWithin(disk: ReleaseFolder, version: string): ReleaseFolder {
  const prefix = `${version}/`;
  return {
    path: `${disk.path}/${version}`,
    size: (file) => disk.size(prefix + file),
    async *read(file) {
      try {
        yield* disk.read(prefix + file);
      } catch (error) {
        throw error instanceof ReleaseDefect ? new ReleaseDefect({ ...error.difference, file }) : error;
      }
    },
    list: async () =>
      (await disk.list()).flatMap((file) => (file.startsWith(prefix) ? file.slice(prefix.length) : [])),
  };
}

async function collected(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function tooLarge(file: string, bytes: number): ReleaseDefect {
  return new ReleaseDefect({
    file,
    at: '',
    expected: `at most ${documentLimit} bytes`,
    found: String(bytes),
  });
}
