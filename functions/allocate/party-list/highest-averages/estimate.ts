import type { Fraction } from '../../../model/fraction.ts';
import type { Divisors } from './divisors.ts';
import type { Party } from './quotient.ts';

/**
 * A price of a seat at which the parties can pay for about as many as there are: the divisor that a jump-and-step begins with. Found in
 * floating point, so that it is quick; any price gives the same seats in the end, a worse one only after more steps.
 */
export function estimatePrice(parties: readonly Party[], seats: number, divisors: Divisors): Fraction {
  const exponents = parties.map(({ votes }) => log2(votes));
  const bought = (price: number): number =>
    parties.reduce(
      (sum, { held }, index) =>
        sum + Math.max(0, Math.min(divisors.about((exponents[index] ?? 0) - price), divisors.length) - held),
      0,
    );
  const start = exponents.reduce((a, b) => Math.max(a, b), 0);
  return powerOfTwo(search(bought, seats, start, parties.length / 8));
}

/** An exponent at which the falling function `bought` is within `tolerance` of `seats`, or as near as forty halvings come. */
function search(bought: (price: number) => number, seats: number, start: number, tolerance: number): number {
  let [low, high] = bracket(bought, seats, start);
  for (let turn = 0; turn < 40; turn++) {
    const middle = (low + high) / 2;
    const excess = bought(middle) - seats;
    if (Math.abs(excess) <= tolerance) return middle;
    if (excess > 0) low = middle;
    else high = middle;
  }
  return high;
}

/** Two exponents: at the lower too many seats are bought, at the higher not. Each is looked for in ever greater strides. */
function bracket(bought: (price: number) => number, seats: number, start: number): [number, number] {
  let [low, high] = [start, start];
  for (let stride = 1; stride < 2 ** 40 && bought(low) <= seats; stride *= 2) low -= stride;
  for (let stride = 1; stride < 64 && bought(high) > seats; stride *= 2) high += stride;
  return [low, high];
}

/** The binary logarithm of a positive number of any length. */
function log2(value: bigint): number {
  const digits = value.toString(16);
  const leading = Number.parseInt(digits.slice(0, 13), 16);
  return Math.log2(leading) + 4 * Math.max(0, digits.length - 13);
}

/** 2^`exponent` to some fifty binary digits, as an exact fraction. */
function powerOfTwo(exponent: number): Fraction {
  const whole = Math.floor(exponent);
  const mantissa = BigInt(Math.round(2 ** (exponent - whole + 50)));
  const shift = BigInt(whole - 50);
  return shift >= 0n
    ? { numerator: mantissa << shift, denominator: 1n }
    : { numerator: mantissa, denominator: 1n << -shift };
}
