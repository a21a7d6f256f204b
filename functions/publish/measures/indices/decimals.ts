import { type Fraction, formatDecimal, fraction, multiply } from '../../../model/fraction.ts';

/** Decimals of every published measure. */
export const decimals = 4;

/** A number as it is published: rounded half up to four decimals. */
export function decimal(value: Fraction): string {
  return formatDecimal(value, decimals);
}

/** A share as a percentage, as it is published. */
export function percentage(share: Fraction): string {
  return decimal(multiply(share, fraction(100n)));
}

/** A hundred times the square root of `square`, which is not negative, rounded half up to four decimals: exact, by whole numbers alone. */
export function rootPercentage({ numerator, denominator }: Fraction): string {
  const scale = 100n * 10n ** BigInt(decimals);
  // The whole part of twice the scaled root tells which way half a unit goes.
  const doubled = wholeRoot((4n * scale * scale * numerator) / denominator);
  return decimal(fraction((doubled + 1n) / 2n, 10n ** BigInt(decimals)));
}

/** The greatest whole number whose square is not above `square`, by Newton's method from above. */
function wholeRoot(square: bigint): bigint {
  if (square < 2n) return square;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}
