import type { AsyncBuffer, RowGroup } from 'hyparquet';
import type { Manifest } from '../../functions/model/generated/manifest.ts';
import type { ResultsParts } from '../../functions/model/generated/results-parts.ts';
import { DataError } from './errors.ts';
import { checkHash } from './fetch.ts';
import { isResultsParts } from './forms.ts';
import type { Parts } from './parts.ts';
import type { ReleaseFiles } from './release.ts';

/** results.parquet of a release as it is read here: no byte is given out that has not the hash which the release states of its part. */
export interface CheckedResults {
  /** From the root of the site. */
  readonly path: string;
  /** The end of the file, with all of its footer. */
  readonly footer: Uint8Array<ArrayBuffer>;
  /** The row groups that the footer names, in its order. Throws DataError `malformed` where the release states others. */
  groups(named: readonly RowGroup[]): readonly CheckedGroup[];
}

/** A row group. */
export interface CheckedGroup {
  /** That will be loaded for it. */
  readonly bytes: number;
  /** The file, of which these bytes alone can be read. Throws DataError `altered`, with the number of the group; else as `Parts` does. */
  read(signal?: AbortSignal): Promise<AsyncBuffer>;
}

/**
 * Opens results.parquet: by its parts, as results.parts.json states them, of which the end is loaded side by side with that file. A release that has no such file
 * is opened as a whole if it has no more than `mostWhole` bytes, and checked by the manifest; null if it has more. Throws DataError.
 */
export async function openResults(
  release: ReleaseFiles,
  parts: (path: string, byteLength: number) => Parts,
  mostWhole: number,
): Promise<CheckedResults | null> {
  const path = `elections/${release.election}/${release.version}/${file}`;
  const { files } = release.manifest;
  const whole = files.find((one) => one.path === file);
  if (!whole) throw new DataError('missing', path);
  if (files.some((one) => one.path === partsFile)) {
    return byParts(release, parts(path, whole.bytes), { path, whole });
  }
  return whole.bytes <= mostWhole ? asWhole(release, path) : null;
}

const file = 'results.parquet';
const partsFile = 'results.parts.json';

interface Listed {
  readonly path: string;
  readonly whole: Manifest['files'][number];
}

async function byParts(release: ReleaseFiles, parts: Parts, listed: Listed): Promise<CheckedResults> {
  const { path } = listed;
  const tail = Math.max(0, parts.byteLength - tailLength(parts.byteLength));
  const [stated, end] = await Promise.all([statedParts(release, listed), parts.slice(tail)]);
  return {
    path,
    footer: await footerOf(stated, parts, { start: tail, bytes: end }, path),
    groups(named) {
      const { groups } = stated;
      if (
        groups.length !== named.length ||
        groups.some(({ rows }, at) => BigInt(rows) !== named[at]?.num_rows)
      )
        throw new DataError('malformed', path);
      return groups.map(({ offset, bytes, sha256 }, at) => ({
        bytes,
        async read(signal) {
          const loaded = await parts.slice(offset, offset + bytes, signal);
          const part = { part: 'group', number: at + 1, of: groups.length } as const;
          return within(await checkHash(loaded, sha256, path, part), offset, parts.byteLength, path);
        },
      }));
    },
  };
}

/** How much of the end is asked for before its length is known: a footer has about a byte for 340 of the file. A longer one takes a second request. */
function tailLength(byteLength: number): number {
  return Math.max(8_192, Math.ceil(byteLength / 256));
}

async function statedParts(release: ReleaseFiles, { whole }: Listed): Promise<ResultsParts> {
  const stated = await release.json(partsFile, isResultsParts);
  const isOfThisFile =
    stated.election === release.election &&
    stated.version === release.version &&
    stated.bytes === whole.bytes &&
    stated.sha256 === whole.sha256 &&
    stated.footer.offset + stated.footer.bytes === whole.bytes;
  if (isOfThisFile) return stated;
  throw new DataError('malformed', `elections/${release.election}/${release.version}/${partsFile}`);
}

async function footerOf(
  { footer }: ResultsParts,
  parts: Parts,
  { start, bytes }: { readonly start: number; readonly bytes: Uint8Array<ArrayBuffer> },
  path: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const end =
    footer.offset >= start
      ? bytes.subarray(footer.offset - start)
      : joined(await parts.slice(footer.offset, start), bytes);
  return checkHash(end, footer.sha256, path, { part: 'footer' });
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** A file of which some bytes are here. Whoever asks for others has been led there by a footer that does not fit its groups. */
function within(
  bytes: Uint8Array<ArrayBuffer>,
  offset: number,
  byteLength: number,
  path: string,
): AsyncBuffer {
  return {
    byteLength,
    slice(start, end = byteLength) {
      if (!(start >= offset && start <= end && end <= offset + bytes.length))
        throw new DataError('malformed', path);
      return bytes.slice(start - offset, end - offset).buffer;
    },
  };
}

async function asWhole(release: ReleaseFiles, path: string): Promise<CheckedResults> {
  const bytes = await release.bytes(file);
  const buffer = within(bytes, 0, bytes.length, path);
  return {
    path,
    footer: bytes,
    groups: (named) =>
      named.map((group) => ({
        bytes: Number(group.total_compressed_size ?? group.total_byte_size),
        read: async () => buffer,
      })),
  };
}
