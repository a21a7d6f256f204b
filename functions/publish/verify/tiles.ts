import { concat } from './bytes.ts';
import { hashLength } from './merkle.ts';

/** Hashes of a full tile, and entries of a full bundle. */
export const tileWidth = 256;

/** The longest entry that a bundle can hold. */
export const longestEntry = 65_535;

/** Path of a tile under the log's folder (C2SP tlog-tiles): `tile/0/x001/x234/067`, with `.p/<width>` at the end when it is not full. */
export function tilePath(level: number, index: number, width: number): string {
  return `tile/${level}/${indexPath(index)}${partOf(width)}`;
}

/** Path of a bundle of entries under the log's folder. */
export function bundlePath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${partOf(width)}`;
}

/** How many hashes the last tile of a level holds in a tree of `size` leaves; 0 when all of its tiles are full. */
export function partialWidth(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level) % tileWidth;
}

/** How wide tile `index` of a level is in a tree of `size` leaves; 0 when there is none. */
export function widthAt(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth));
}

/** The hashes of a tile; null when it does not hold `width` of them. */
export function readTile(bytes: Uint8Array, width: number): Uint8Array[] | null {
  if (bytes.length !== width * hashLength) return null;
  return Array.from({ length: width }, (_, index) =>
    bytes.slice(index * hashLength, (index + 1) * hashLength),
  );
}

/** The entries of a bundle, each behind its length in two bytes, the higher first; null when they are not `width`. */
export function readBundle(bytes: Uint8Array, width: number): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length && entries.length < width) {
    const end = at + 2 + view.getUint16(at);
    if (end > bytes.length) return null;
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  return at === bytes.length && entries.length === width ? entries : null;
}

/** A bundle of entries, none longer than `longestEntry`. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...entries.flatMap((entry) => {
      if (entry.length > longestEntry)
        throw new RangeError(`an entry of ${entry.length} bytes fits no bundle`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

function partOf(width: number): string {
  return width === tileWidth ? '' : `.p/${width}`;
}

/** Groups of three digits, all but the last with an `x` before them, so that no file has the name of a folder. */
function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
}
