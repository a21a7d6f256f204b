/**
 * A text for a header that holds ASCII only: encoded words of RFC 2047 where it has other letters, as S3 takes and gives the metadata of an
 * object. No word is longer than the 75 characters that the standard allows, and none ends within a letter.
 */
export function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text;
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > mostBytes) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join(' ');
}

// 75 characters less `=?UTF-8?B?` and `?=` leave 63 of base64: 45 bytes.
const mostBytes = 45;

/** The text of a header in which there may be encoded words of RFC 2047 in UTF-8, in either of its encodings; anything else stays as it is. */
export function decodedWords(text: string): string {
  // White space between two words belongs to neither (section 6.2). The bytes are put together first: some encoders cut letters in two.
  return text.replaceAll(run, (words) =>
    Buffer.concat([...words.matchAll(word)].map(([, form = '', part = '']) => bytesOf(form, part))).toString(
      'utf8',
    ),
  );
}

const run = /=\?utf-8\?[bq]\?[^?\s]*\?=(?:\s+=\?utf-8\?[bq]\?[^?\s]*\?=)*/gi;
const word = /=\?utf-8\?([bq])\?([^?\s]*)\?=/gi;

function bytesOf(form: string, part: string): Buffer {
  if (form.toLowerCase() === 'b') return Buffer.from(part, 'base64');
  const latin = part
    .replaceAll('_', ' ')
    .replaceAll(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}
