const blockLength = 65_536;
const encoder = new TextEncoder();

/** UTF-8 blocks of about 64 KB from pages of short texts: few large chunks, so that hashing and sending cost little. */
export async function* blocks(pages: AsyncIterable<Iterable<string>>): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const page of pages)
    for (const piece of page) {
      text += piece;
      if (text.length < blockLength) continue;
      yield encoder.encode(text);
      text = '';
    }
  if (text.length > 0) yield encoder.encode(text);
}

/** A whole document that is small enough to be one text. */
export async function* document(text: string): AsyncGenerator<Uint8Array> {
  yield encoder.encode(text);
}

/** One page, where all rows are in memory anyway. */
export async function* onePage<T>(rows: Iterable<T>): AsyncGenerator<Iterable<T>> {
  yield rows;
}
