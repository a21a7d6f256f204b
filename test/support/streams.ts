/** The items one after the other, as a reading that is not at hand at once. */
export async function* streamOf<T>(items: Iterable<T>): AsyncGenerator<T, void> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

/** All that a stream gives. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** The bytes of a file that comes in pieces. */
export async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  return Buffer.concat(await collect(pieces));
}

/** Bytes as a buffer of their own, as readers of Parquet ask for. */
export function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
