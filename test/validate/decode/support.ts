import type { EncodingHint } from '../../../functions/validate/decode/encoding.ts';
import { inspect } from '../../../functions/validate/decode/inspect.ts';
import { decodedText } from '../../../functions/validate/decode/text.ts';

/** A table in Kazakh, for which Windows-1251 lacks letters. */
export const cyrillic = 'участок,голоса\nҚостанай,12\n';

/** How a file comes: its name, the bytes of each piece, the limit, what is known of its encoding. */
interface Setting {
  readonly name?: string;
  readonly size?: number;
  readonly limit?: number;
  readonly hint?: EncodingHint;
}

/** What is found of a file, with its whole text or the names in its workbook. */
export async function decode(
  bytes: Uint8Array,
  { name = 'a.csv', size = 1, limit = 1_000_000, hint }: Setting = {},
) {
  const source = {
    name,
    async *open() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    },
  };
  const { content, ...raw } = await inspect(source, limit, hint);
  if ('code' in content) return { ...raw, ...content };
  if (content.form === 'workbook') return { ...raw, names: content.archive.names };
  let whole = '';
  for await (const piece of decodedText(content, content.encoding)) whole += piece;
  return { ...raw, encoding: content.encoding.name, text: whole };
}

/** A text in UTF-16 with its mark. */
export const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
