/**
 * Arithmetic that gives the same bits on every engine: addition, subtraction, multiplication and division of doubles, which ECMAScript
 * takes from IEEE 754, and nothing else (Math.sqrt is left to the implementation).
 */

/** The square root of a finite number, by Newton's method from above; 0 of what is not positive. */
export function squareRoot(square: number): number {
  if (!(square > 0)) return 0;
  let root = square > 1 ? square : 1;
  for (;;) {
    const next = (root + square / root) / 2;
    if (next >= root) return root;
    root = next;
  }
}

/** The median of numbers that are in order; of an even number of them the mean of the two in the middle. */
export function median(ordered: Float64Array): number {
  const middle = Math.floor(ordered.length / 2);
  const upper = ordered[middle] ?? 0;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? 0) + upper) / 2;
}

/**
 * Rounded to so many decimals, as `toFixed` is defined to the last digit; never `-0.00`, and null of what is no number. Counts of nonsense give
 * values of any size: from 1e21 on, where toFixed turns to exponents, the double is a whole number and its digits are written out.
 */
export function decimal(value: number | null, digits: number): string | null {
  if (value === null || !Number.isFinite(value)) return null;
  if (Math.abs(value) >= 1e21) return `${BigInt(value)}${(0).toFixed(digits).slice(1)}`;
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}
