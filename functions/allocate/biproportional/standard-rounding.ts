import { add, compare, divide, type Fraction, floor, fraction, multiply } from '../../model/fraction.ts';

/** A distribution by the divisor method with standard rounding (Sainte-Laguë, Webster). */
export interface Rounded {
  /** One of the distributions that the method allows; the only one unless `tied`. */
  readonly seats: readonly number[];
  /** Which of the weights have an equal claim to the last seats; empty when there is no tie. */
  readonly tied: readonly number[];
  /** Those of the tied that have one of those seats in this distribution. */
  readonly tiedSeats: ReadonlySet<number>;
  /** Every divisor from `least` to `greatest` leads to it; `greatest` is null where any greater one does too. */
  readonly least: Fraction;
  readonly greatest: Fraction | null;
}

/**
 * Shares `seats` by `weights`, of which one at least is not zero. It starts at the rounded quotas and corrects them, so the cost does not
 * grow with the seats (Pukelsheim, Proportional Representation, ch. 4: jump-and-step).
 */
export function standardRounding(weights: readonly Fraction[], seats: number): Rounded {
  const sum = weights.reduce(add, fraction(0n));
  const start = weights.map((weight) =>
    Number(floor(add(divide(multiply(weight, fraction(BigInt(seats))), sum), half))),
  );
  const given = corrected(weights, start, seats);
  const next = weights.map((weight, index) => claim(weight, given[index] ?? 0));
  const last = weights.map((weight, index) => lastClaim(weight, given[index] ?? 0));
  const least = next.reduce(greater);
  const greatest = last.reduce(lesser, null);
  const isTie = greatest !== null && compare(least, greatest) === 0;
  const equal = (claims: readonly (Fraction | null)[]) =>
    claims.flatMap((value, index) => (isTie && value && compare(value, least) === 0 ? [index] : []));
  const tiedSeats = new Set(equal(last));
  const tied = [...tiedSeats, ...equal(next)].sort((a, b) => a - b);
  return { seats: given, tied, tiedSeats, least, greatest };
}

const half = fraction(1n, 2n);

/** What a weight with `seats` offers for one more: its quotient for half a seat beyond. */
function claim(weight: Fraction, seats: number): Fraction {
  return divide(weight, add(fraction(BigInt(seats)), half));
}

/** What it offered for the last of its seats; null when it has none. */
function lastClaim(weight: Fraction, seats: number): Fraction | null {
  return seats === 0 ? null : claim(weight, seats - 1);
}

/** Gives to the greatest claim or takes from the least until the seats are met. */
function corrected(weights: readonly Fraction[], start: readonly number[], seats: number): number[] {
  const given = [...start];
  let missing = seats - start.reduce((a, b) => a + b, 0);
  for (; missing > 0; missing -= 1) step(given, 1, best(weights, given, claim, 1));
  for (; missing < 0; missing += 1) step(given, -1, best(weights, given, lastClaim, -1));
  return given;
}

function step(given: number[], by: number, index: number): void {
  given[index] = (given[index] ?? 0) + by;
}

function best(
  weights: readonly Fraction[],
  given: readonly number[],
  offer: (weight: Fraction, seats: number) => Fraction | null,
  direction: 1 | -1,
): number {
  let found = -1;
  let value: Fraction | null = null;
  for (const [index, weight] of weights.entries()) {
    const own = offer(weight, given[index] ?? 0);
    if (own === null || (value !== null && compare(own, value) * direction <= 0)) continue;
    [found, value] = [index, own];
  }
  return found;
}

function greater(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

function lesser(a: Fraction | null, b: Fraction | null): Fraction | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) <= 0 ? a : b;
}
