import {
  add,
  compare,
  divide,
  type Fraction,
  floor,
  fraction,
  multiply,
  parseFraction,
  subtract,
} from '../../../model/fraction.ts';
import type { HighestAverages } from '../../../model/generated/election.ts';
import type { Divisors } from './divisors.ts';

/** Divisors as a law lists them. */
export type Sequence = Exclude<HighestAverages['divisors'], string>;

/**
 * Those of the list, and after them, where `add` is given, each so much more than the one before; else no more. Null where one is not
 * greater than the one before.
 */
export function sequence(given: Sequence): Divisors | null {
  const divisors = given.sequence.map(parseFraction);
  const step = given.add === undefined ? null : parseFraction(given.add);
  const last = divisors.at(-1);
  if (!last || !ascends(divisors) || step?.numerator === 0n) return null;
  const beyond = (seats: number): Fraction =>
    step ? add(last, multiply(step, fraction(BigInt(seats - divisors.length + 1)))) : last;
  const numbers = divisors.map(toNumber);
  return {
    squared: false,
    length: step ? Number.POSITIVE_INFINITY : divisors.length,
    at: (seats) => divisors[seats] ?? beyond(seats),
    upTo(top, bottom) {
      const limit = fraction(top, bottom);
      const listed = firstAbove(divisors.length, (place) => compare(divisors[place] ?? last, limit) > 0);
      if (listed < divisors.length || !step) return BigInt(listed);
      return BigInt(listed) + floor(divide(subtract(limit, last), step));
    },
    about(exponent) {
      const limit = 2 ** exponent;
      const listed = firstAbove(numbers.length, (place) => (numbers[place] ?? 0) > limit);
      if (listed < numbers.length || !step) return listed;
      return listed + Math.floor((limit - toNumber(last)) / toNumber(step));
    },
  };
}

function ascends(divisors: readonly Fraction[]): boolean {
  return divisors.every((divisor, place) => {
    const before = divisors[place - 1];
    return before === undefined || compare(before, divisor) < 0;
  });
}

/** The first of `length` ascending places that is above, by bisection; `length` where none is. */
function firstAbove(length: number, isAbove: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAbove(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function toNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}
