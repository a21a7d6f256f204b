/**
 * Runs `job` on every item, up to `limit` of them at a time, and gives the results in the order of the items. After a failure no
 * other is started; `failed` is aborted with it, so that those under way can stop; when they have, it is thrown.
 */
export async function each<T, R>(
  items: Iterable<T>,
  limit: number,
  job: (item: T) => Promise<R>,
  failed: AbortController,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items].entries();
  const work = async () => {
    for (const [place, item] of queue) {
      if (failed.signal.aborted) return;
      results[place] = await job(item);
    }
  };
  const workers = Array.from({ length: limit }, () => work().catch((error) => failed.abort(error)));
  await Promise.all(workers);
  failed.signal.throwIfAborted();
  return results;
}
