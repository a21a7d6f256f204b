/** What is read once by one reader. The signal tells that a file of the release has failed: then the reading fails with its reason. */
export type Stream<T> = (failed: AbortSignal) => AsyncIterable<T>;

/**
 * One reading of `source` for so many readers, each of which gets every item. The next item is read when all have asked for it: one is in
 * memory at a time, and the slowest reader sets the pace. A reader that stops early makes the others fail, for they would wait for ever.
 */
export function shared<T>(source: Stream<T>, readers: number): Stream<T> {
  const reading = new Reading(source, readers);
  return (failed) => read(reading, failed);
}

async function* read<T>(reading: Reading<T>, failed: AbortSignal): AsyncGenerator<T, void> {
  const giveUp = () => reading.giveUp(failed.reason);
  failed.addEventListener('abort', giveUp, { once: true });
  try {
    if (failed.aborted) giveUp();
    for (let next = await reading.next(failed); !next.done; next = await reading.next(failed))
      yield next.value;
  } finally {
    failed.removeEventListener('abort', giveUp);
    reading.giveUp(new Error('Another file that is made from the same reading was given up'));
  }
}

/** The reading itself, in rounds: a round ends when the last reader has asked. */
class Reading<T> {
  private readonly source: Stream<T>;
  private readonly readers: number;
  private items: AsyncIterator<T> | null = null;
  private round = Promise.withResolvers<IteratorResult<T>>();
  private waiting = 0;
  private state: 'going' | 'at the end' | { readonly givenUp: unknown } = 'going';

  constructor(source: Stream<T>, readers: number) {
    this.source = source;
    this.readers = readers;
  }

  next(failed: AbortSignal): Promise<IteratorResult<T>> {
    if (typeof this.state === 'object') return Promise.reject(this.state.givenUp);
    const { promise, resolve } = this.round;
    this.waiting += 1;
    if (this.waiting === this.readers) {
      this.round = Promise.withResolvers();
      this.waiting = 0;
      resolve(this.take(failed));
    }
    return promise;
  }

  /** Makes all readers fail with `reason`, unless the source has come to its end: then every item has gone to all of them. */
  giveUp(reason: unknown): void {
    if (this.state !== 'going') return;
    this.state = { givenUp: reason };
    // Where nobody waits nobody would hear the rejection, and the process would end with it.
    if (this.waiting > 0) this.round.reject(reason);
    this.items?.return?.().catch(() => {});
  }

  private async take(failed: AbortSignal): Promise<IteratorResult<T>> {
    this.items ??= this.source(failed)[Symbol.asyncIterator]();
    const item = await this.items.next();
    if (item.done && this.state === 'going') this.state = 'at the end';
    return item;
  }
}
