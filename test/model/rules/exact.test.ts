import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Exact, equal, exact, multiply } from '../../../functions/model/rules/exact.ts';

const most = Number.MAX_SAFE_INTEGER;
const whole = fc.oneof(
  fc.nat(),
  fc.integer({ min: 0, max: most }),
  fc.integer({ min: most - 50, max: most }),
);

test('sums, products and comparisons are those of bigints', () => {
  fc.assert(
    fc.property(whole, whole, whole, (a, b, c) => {
      const sum = add(add(a, b), c);
      const product = multiply(a, b);

      expect(BigInt(sum)).toBe(BigInt(a) + BigInt(b) + BigInt(c));
      expect(BigInt(product)).toBe(BigInt(a) * BigInt(b));
      expect(sum < product).toBe(BigInt(sum) < BigInt(product));
      expect(equal(sum, product)).toBe(BigInt(sum) === BigInt(product));
    }),
    { numRuns: 2_000 },
  );
});

test.each<[bigint, Exact]>([
  [0n, 0],
  [BigInt(most), most],
  [BigInt(most) + 1n, BigInt(most) + 1n],
])('%s is a plain number while that is exact', (value, kept) => {
  expect(exact(value)).toBe(kept);
});
