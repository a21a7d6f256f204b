import { add, type Fraction, fraction, multiply, subtract } from '../../../model/fraction.ts';
import { percentage } from './decimals.ts';

/** A party's share of the votes at two elections; zero where it did not stand. */
export interface Change {
  readonly before: Fraction;
  readonly after: Fraction;
}

/**
 * Volatility: ½ Σ |change|, in percentage points. Pedersen, “The dynamics of European party systems: changing patterns of electoral
 * volatility”, European Journal of Political Research 7 (1979).
 */
export function pedersen(changes: readonly Change[]): string {
  const sum = changes.reduce((total, { before, after }) => {
    const change = subtract(after, before);
    return add(total, change.numerator < 0n ? subtract(fraction(0n), change) : change);
  }, fraction(0n));
  return percentage(multiply(sum, fraction(1n, 2n)));
}
