import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, sumOf, take } from '../../../cli/synthesize/apportion.ts';
import { between, randomOf, splitMix64, xoshiro128 } from '../../../cli/synthesize/random.ts';

test('the random sequence is xoshiro128** filled by SplitMix64, by their published vectors', () => {
  const split = splitMix64(1234567n);
  const random = xoshiro128([1, 2, 3, 4]);

  expect([split(), split(), split()]).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
  ]);
  expect([random(), random(), random(), random()]).toEqual([11520, 0, 5927040, 70819200]);
});

test('a number drawn between bounds reaches both and never leaves them', () => {
  const random = randomOf(5);
  const drawn = Array.from({ length: 2000 }, () => between(random, 3, 7));

  expect(new Set(drawn)).toEqual(new Set([3, 4, 5, 6, 7]));
});

test('apportion shares exactly, each part within one of its exact share', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 12n),
      fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 1 }),
      (total, weights) => {
        const parts = apportion(total, weights);
        const sum = sumOf(weights);
        expect(sumOf(parts)).toBe(total);
        parts.forEach((part, index) => {
          const off = part * sum - total * (weights[index] ?? 0n);
          expect(off < sum && off > -sum).toBe(true);
        });
      },
    ),
  );
});

test('take never takes more than a group holds, whatever the factors', () => {
  const groups = fc.array(fc.tuple(fc.bigInt(0n, 1000n), fc.bigInt(1n, 5000n)), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 1000 }), (pairs, perMille) => {
      const remaining = pairs.map(([group]) => group);
      const size = (sumOf(remaining) * BigInt(perMille)) / 1000n;
      const taken = take(
        remaining,
        size,
        pairs.map(([, factor]) => factor),
      );
      expect(sumOf(taken)).toBe(size);
      taken.forEach((part, index) => {
        expect(part >= 0n && part <= (remaining[index] ?? 0n)).toBe(true);
      });
    }),
  );
});
