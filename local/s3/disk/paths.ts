import { join } from 'node:path';

/** Room for the marks below within the 255 bytes that file systems allow a name. */
const MAX_NAME_BYTES = 200;
const CONTINUED = '%+';
const EMPTY = '%-';
const FLAT = '%flat';
const VERSIONS = '%v';
const META = '.json';

/**
 * Where a key lies below `objects/`: its own path, with what is no safe file name written as `%XX`.
 *
 * A key is hostile: `..`, empty segments, NUL, names longer than a file system takes. Everything escaped starts with `%`,
 * which is itself always escaped, so the mapping can be read back, two keys never meet and nothing leaves the folder.
 */
export function plainPath(key: string): string {
  return join(...names(key));
}

/**
 * Where a key lies below `objects/` while its plain path is taken: a file system cannot hold both `a` and `a/b`.
 * One flat name, cut into pieces, in a folder that no plain path can reach.
 */
export function flatPath(key: string): string {
  return join(FLAT, ...pieces(escapeText(key).replaceAll('/', '%2F')));
}

/** Where the metadata of a key lie below `meta/`. A folder never ends in `.json` there, so files and folders never meet. */
export function metaPath(key: string): string {
  const { folders, leaf } = split(names(key));
  return join(...folders.map(escapeMetaFolder), leaf + META);
}

/** The folder below `versions/` that holds the noncurrent versions of a key. */
export function versionsPath(key: string): string {
  const { folders, leaf } = split(names(key));
  return join(...folders, leaf + VERSIONS);
}

/** The key behind a path that `metaPath` made, given as its names; undefined for a file that is none of ours. */
export function keyOfMetaPath(path: readonly string[]): string | undefined {
  const leaf = path.at(-1);
  if (leaf === undefined || !leaf.endsWith(META)) return undefined;
  let escaped = '';
  for (const name of path.slice(0, -1)) {
    escaped += name.endsWith(CONTINUED) ? name.slice(0, -CONTINUED.length) : `${name}/`;
  }
  escaped += leaf.slice(0, -META.length);
  return escaped
    .split('/')
    .map((segment) => (segment === EMPTY ? '' : unescapeSegment(segment)))
    .join('/');
}

function names(key: string): string[] {
  return key.split('/').flatMap((segment) => pieces(escapeSegment(segment)));
}

function split(path: readonly string[]): { folders: readonly string[]; leaf: string } {
  return { folders: path.slice(0, -1), leaf: path.at(-1) ?? EMPTY };
}

function escapeMetaFolder(name: string): string {
  return name.endsWith(META) ? `${name.slice(0, -META.length)}%2Ejson` : name;
}

function escapeSegment(segment: string): string {
  return segment === '' ? EMPTY : escapeText(segment);
}

function escapeText(text: string): string {
  // A key may hold control characters; a file name should not.
  return text.replace(/[\p{Cc}%\\:*?"<>|]/gu, (char) => {
    return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

function unescapeSegment(segment: string): string {
  return segment.replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Cuts a long name between characters; every piece but the last says that it goes on, and the last may be a mere `..`. */
function pieces(name: string): string[] {
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return [escapeDots(name)];
  const result: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const char of name) {
    const size = Buffer.byteLength(char);
    if (bytes + size > MAX_NAME_BYTES) {
      result.push(piece + CONTINUED);
      piece = '';
      bytes = 0;
    }
    piece += char;
    bytes += size;
  }
  return [...result, escapeDots(piece)];
}

function escapeDots(name: string): string {
  return name === '.' || name === '..' ? name.replaceAll('.', '%2E') : name;
}
