import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewest } from '../../../functions/allocate/margins/fewest.ts';

const number = fc.bigInt(1n, 10_000n);

test('the least number that holds is found from any guess, and nothing where none does', () => {
  fc.assert(
    fc.property(number, number, fc.bigInt(-5n, 20_000n), (first, most, near) => {
      const found = fewest((one) => one >= first, most, near);

      expect(found).toBe(first <= most ? first : null);
    }),
  );
});

test('no number outside the range is asked about, and a good guess asks little', () => {
  const asked: bigint[] = [];
  const found = fewest((one) => asked.push(one) > 0 && one >= 4242n, 10_000n, 4242n);

  expect(found).toBe(4242n);
  expect(asked.length).toBeLessThanOrEqual(3);
  fc.assert(
    fc.property(number, number, fc.bigInt(-5n, 20_000n), (first, most, near) => {
      fewest(
        (one) => {
          expect(one >= 1n && one <= most).toBe(true);
          return one >= first;
        },
        most,
        near,
      );
    }),
  );
});
