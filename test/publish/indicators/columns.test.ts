import { describe, expect, test } from 'vitest';
import { column, texts } from '../../../functions/publish/indicators/columns.ts';

describe('columns', () => {
  test('keeps columns and texts beyond their first room', () => {
    const [numbers, names] = [column(), texts()];
    const list = Array.from({ length: 5_000 }, (_, index) => `№ ${index}/сайлау`);
    for (const [index, name] of list.entries()) {
      numbers.push(index);
      names.push(name);
    }

    expect([...numbers.values()]).toEqual(list.keys().toArray());
    expect(list.map((_, index) => names.at(index))).toEqual(list);
  });

  test('keeps numbers too large for four bytes exactly, with those before them', () => {
    const numbers = column();
    const list = [-1, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER, 7];

    for (const number of list) numbers.push(number);

    expect([...numbers.values()]).toEqual(list);
  });
});
