import { add, divide, type Fraction, fraction, multiply, subtract } from '../../../model/fraction.ts';
import { percentage } from './decimals.ts';
import type { Change } from './pedersen.ts';

/**
 * Swing from `from` to `to`: half of the gain of one and the loss of the other, in percentage points of all votes. Butler, in McCallum and
 * Readman, The British General Election of 1945 (1947).
 */
export function butlerSwing(to: Change, from: Change): string {
  const gain = subtract(to.after, to.before);
  const loss = subtract(from.before, from.after);
  return percentage(multiply(add(gain, loss), fraction(1n, 2n)));
}

/**
 * Swing of the votes of the two alone: the change of the share that `to` has of them, in percentage points; null where they had none at one
 * of the elections. Steed, in Butler and King, The British General Election of 1964 (1965).
 */
export function steedSwing(to: Change, from: Change): string | null {
  const [after, before] = [shareOfTwo(to.after, from.after), shareOfTwo(to.before, from.before)];
  return after && before && percentage(subtract(after, before));
}

function shareOfTwo(one: Fraction, other: Fraction): Fraction | null {
  const both = add(one, other);
  return both.numerator === 0n ? null : divide(one, both);
}
