import { decodedWords } from '../../model/text/encoded-words.ts';

/**
 * Why a file was uploaded, as it is published: one line of at most 500 letters. It comes with the upload, from anybody. Null where nothing was
 * said.
 */
export function publishedReason(stated: string | null): string | null {
  const line = decodedWords(stated ?? '')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return line === '' ? null : [...line].slice(0, 500).join('');
}
