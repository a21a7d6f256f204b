/**
 * Runs `work` on every item, at most `limit` at a time, and takes an item from the source only when there is room for it.
 * After a failure nothing new is begun; what is under way is waited for, then the first failure is thrown.
 */
export async function inParallel<Item>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const source = items[Symbol.iterator]();
  let failed = false;
  const worker = async () => {
    for (let next = source.next(); !failed && !next.done; next = source.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: limit }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Waits longer after each attempt (from 0): 25 ms doubled up to 2 s, of which a random half is left out so that writers part. */
export async function backOff(attempt: number): Promise<void> {
  const longest = Math.min(2000, 25 * 2 ** attempt);
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, longest * (0.5 + Math.random() / 2));
  await promise;
}
