import { add, compare, type Fraction, floor, fraction, multiply, subtract } from '../../model/fraction.ts';

/**
 * The number with the fewest digits strictly between two positive ones, as authorities publish divisors: 1510 for anything between
 * 1505.2 and 1513.9. `greatest` null: no upper end. Where both ends are one, that one.
 */
export function plainNumber(least: Fraction, greatest: Fraction | null): Fraction {
  if (greatest === null) return plainNumber(least, multiply(add(least, fraction(1n)), fraction(10n)));
  if (compare(least, greatest) >= 0) return least;
  const middle = multiply(add(least, greatest), fraction(1n, 2n));
  // The unit shrinks until a multiple of it fits, which it does once it is less than half the width.
  for (let unit = powerAbove(greatest); ; unit = multiply(unit, fraction(1n, 10n))) {
    const nearest = multiply(fraction(floor(add(ratio(middle, unit), fraction(1n, 2n)))), unit);
    if (compare(nearest, least) > 0 && compare(nearest, greatest) < 0) return nearest;
  }
}

function ratio(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

function powerAbove(value: Fraction): Fraction {
  let power = fraction(1n);
  while (compare(subtract(power, value), fraction(0n)) <= 0) power = multiply(power, fraction(10n));
  return power;
}
