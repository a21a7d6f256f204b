import { expect, test } from 'vitest';
import { readAhead } from '../../../functions/validate/current/ahead.ts';

test('gives everything in order, with no more than sixteen requests under way', async () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  let [underWay, most] = [0, 0];
  const read = async (item: number) => {
    underWay += 1;
    most = Math.max(most, underWay);
    // The later ones of a round answer first.
    for (let turn = 0; turn < 20 - (item % 16); turn += 1) await Promise.resolve();
    underWay -= 1;
    return item * item;
  };

  const answers = await listOf(readAhead(items, read));

  expect(answers).toEqual(items.map((item) => [item, item * item]));
  expect(most).toBe(16);
});

test('ends with the first failure, and asks for nothing after its round', async () => {
  const asked: number[] = [];
  const read = async (item: number) => {
    asked.push(item);
    if (item === 3) throw new Error('the line broke');
    return item;
  };

  const all = listOf(
    readAhead(
      Array.from({ length: 40 }, (_, index) => index),
      read,
    ),
  );

  await expect(all).rejects.toThrow('the line broke');
  expect(Math.max(...asked)).toBe(15);
});

async function listOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
