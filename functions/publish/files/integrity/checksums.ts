import { byCodePoint } from '../../../model/text/text.ts';
import { document } from '../../write/blocks.ts';
import { documentFile, type Writing } from '../file.ts';

/** SHA256SUMS: of every other file, the manifest too, sorted by path, as `sha256sum -c SHA256SUMS` reads it. */
export const checksums = documentFile({
  path: 'SHA256SUMS',
  mediaType: 'text/plain; charset=utf-8',
  description: 'SHA-256 of every file: `sha256sum -c SHA256SUMS` checks a download.',
  content: (writing) => document(checksumsOf(writing)),
});

/** The text of SHA256SUMS, also once it is written itself. */
export function checksumsOf({ files }: Writing): string {
  return files
    .filter(({ path }) => path !== 'SHA256SUMS')
    .toSorted((a, b) => byCodePoint(a.path, b.path))
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('');
}
