import { expect, test } from 'vitest';
import { each } from '../../../functions/publish/write/each.ts';

test('gives the results in the order of the items, with no more at a time than allowed', async () => {
  let [now, most] = [0, 0];
  const job = async (item: number) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 20 - item));
    now -= 1;
    return item * 2;
  };

  const results = await each([0, 5, 10, 15, 19], 3, job, new AbortController());

  expect(results).toEqual([0, 10, 20, 30, 38]);
  expect(most).toBe(3);
});

test('after a failure starts no other, tells those under way, waits for them, and throws it', async () => {
  const failure = new AbortController();
  const started: number[] = [];
  const ended: number[] = [];
  const job = async (item: number) => {
    started.push(item);
    if (item === 0) throw new Error('refused');
    await new Promise((resolve) => failure.signal.addEventListener('abort', resolve));
    ended.push(item);
  };

  await expect(each([1, 0, 2, 3], 2, job, failure)).rejects.toThrow('refused');

  expect(started).toEqual([1, 0]);
  expect(ended).toEqual([1]);
});
