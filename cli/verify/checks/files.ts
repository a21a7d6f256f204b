import { createHash } from 'node:crypto';
import type { Manifest } from '../../../functions/model/generated/manifest.ts';
import { counted } from '../../outcome.ts';
import { type Difference, ReleaseDefect, shown } from '../../release/defect.ts';
import { readText } from '../../release/documents.ts';
import type { ReleaseFolder } from '../../release/folder.ts';
import { isReleasePath } from '../../release/path.ts';
import type { Check } from '../check.ts';

const sumsFile = 'SHA256SUMS';

/** What lies in a release and is not named in it: the checksums name all else, and the signature vouches for them. */
const unnamed: ReadonlySet<string> = new Set([sumsFile, `${sumsFile}.minisig`]);

/**
 * SHA256SUMS and manifest.json name the same files, those are there with these sizes and bytes, and no others are. SHA256SUMS names the manifest
 * too; only it and its signature are named by no other file.
 */
export const files: Check = {
  name: 'files',
  async run({ folder, manifest, manifestHash }) {
    const stated = await manifest();
    const differs = await filesDiffer(folder, stated, await manifestHash());
    if (differs) return { differs };
    return {
      holds: `${counted(stated.files.length + 1, 'file')}, each with the size and the SHA-256 that manifest.json and SHA256SUMS state`,
    };
  },
};

/**
 * The first file that is not as manifest and checksums say; null when all are. `hash` is that of the manifest. Throws ReleaseDefect for checksums
 * that are none.
 */
export async function filesDiffer(
  folder: ReleaseFolder,
  { files: listed }: Manifest,
  hash: string,
): Promise<Difference | null> {
  const sums = await checksums(folder);
  const sizes = new Map(listed.map(({ path, bytes }) => [path, bytes]));
  const named = new Map(listed.map(({ path, sha256 }) => [path, sha256]));
  named.set('manifest.json', hash);
  return (
    namedTwice(listed) ??
    listsDiffer(named, sums) ??
    (await bytesDiffer(folder, named, sizes)) ??
    (await othersLieThere(folder, named))
  );
}

function namedTwice(listed: Manifest['files']): Difference | null {
  const taken = new Set(['manifest.json', ...unnamed]);
  for (const [index, { path }] of listed.entries()) {
    const at = `/files/${index}/path`;
    if (taken.has(path)) return { file: 'manifest.json', at, expected: 'another file', found: shown(path) };
    taken.add(path);
  }
  return null;
}

/** The lines of SHA256SUMS: hash by path. */
async function checksums(folder: ReleaseFolder): Promise<Map<string, string>> {
  const lines = (await readText(folder, sumsFile)).split('\n');
  const sums = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    if (line === '' && index === lines.length - 1) continue;
    const [, hash = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (!isReleasePath(path) || sums.has(path))
      throw new ReleaseDefect({
        file: sumsFile,
        at: `line ${index + 1}`,
        expected: 'a SHA-256, two spaces and a path in the release, each path once',
        found: shown(line),
      });
    sums.set(path, hash);
  }
  return sums;
}

function listsDiffer(
  named: ReadonlyMap<string, string>,
  sums: ReadonlyMap<string, string>,
): Difference | null {
  for (const path of new Set([...named.keys(), ...sums.keys()])) {
    const [inManifest, inSums] = [named.get(path), sums.get(path)];
    if (inManifest === inSums) continue;
    const by = path === 'manifest.json' ? 'is its SHA-256' : 'manifest.json states';
    const expected = `of ${shown(path)} what ${by}, ${inManifest ?? 'nothing'}`;
    return { file: sumsFile, at: '', expected, found: inSums ?? 'nothing' };
  }
  return null;
}

async function bytesDiffer(
  folder: ReleaseFolder,
  named: ReadonlyMap<string, string>,
  sizes: ReadonlyMap<string, number>,
): Promise<Difference | null> {
  for (const [file, sha256] of named) {
    const differs = await fileDiffers(folder, file, { sha256, bytes: sizes.get(file) });
    if (differs) return differs;
  }
  return null;
}

/** Whether a file has other bytes than stated; `bytes`, how many they are, is undefined where nobody has said. */
export async function fileDiffers(
  folder: ReleaseFolder,
  file: string,
  stated: { readonly sha256: string; readonly bytes: number | undefined },
): Promise<Difference | null> {
  const size = await folder.size(file);
  // A size is told at once: nobody has to hash a terabyte to learn that it is too much.
  if (size !== null && stated.bytes !== undefined && size !== stated.bytes)
    return { file, at: '', expected: `${stated.bytes} bytes`, found: String(size) };
  const found = await sha256(folder.read(file));
  if (found !== stated.sha256) return { file, at: '', expected: `the SHA-256 ${stated.sha256}`, found };
  return null;
}

async function othersLieThere(
  folder: ReleaseFolder,
  named: ReadonlyMap<string, string>,
): Promise<Difference | null> {
  const other = (await folder.list()).find((path) => !unnamed.has(path) && !named.has(path));
  if (other === undefined) return null;
  return { file: other, at: '', expected: 'only files that manifest.json names', found: 'another' };
}

async function sha256(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
