/**
 * Reads one thing after the other, in order, with so many requests under way at a time: hundreds of files, asked for one by one, would be seconds of
 * waiting.
 */
export async function* readAhead<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result>,
): AsyncGenerator<[Item, Result]> {
  for (let from = 0; from < items.length; from += atOnce) {
    const next = items.slice(from, from + atOnce);
    const results = next.map(async (item): Promise<[Item, Result]> => [item, await read(item)]);
    yield* await Promise.all(results);
  }
}

const atOnce = 16;
