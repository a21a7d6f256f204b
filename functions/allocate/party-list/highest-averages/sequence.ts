import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  parseFraction,
  toNumber,
} from '../../../model/fraction.ts';
import type { HighestAverages } from '../../../model/generated/election.ts';
import type { Divisors } from './divisors.ts';
import { logOfRatio } from './families.ts';

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
  const numbers = divisors.map(toNumber);
  const [end, stride] = [toNumber(last), toNumber(step ?? last)];
  const after = (seats: number) => seats - divisors.length + 1;
  const near = (seats: number) => numbers[seats] ?? end + stride * after(seats);
  return {
    squared: false,
    length: step ? Number.POSITIVE_INFINITY : divisors.length,
    at: (seats) => divisors[seats] ?? add(last, multiply(step ?? last, fraction(BigInt(after(seats))))),
    ratio: (a, b) => near(a) / near(b),
    about(value) {
      const listed = countUpTo(numbers, value);
      return listed < numbers.length || !step ? listed : listed + Math.floor((value - end) / stride);
    },
    miss: logOfRatio,
  };
}

function ascends(divisors: readonly Fraction[]): boolean {
  return divisors.every((divisor, place) => {
    const before = divisors[place - 1];
    return before === undefined || compare(before, divisor) < 0;
  });
}

/** How many of ascending numbers are not above `limit`, by bisection. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? limit) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
