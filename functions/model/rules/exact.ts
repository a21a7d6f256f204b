/**
 * A whole number, exact: a plain number while it is safe, else a bigint. The language compares the two kinds exactly (`<`, `>`), so
 * that millions of protocols are not slowed down by the one whose sum passes 2^53.
 */
export type Exact = number | bigint;

/** A bigint that is not negative, as a plain number where that is exact. */
export function exact(value: bigint): Exact {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** `a + b`, exactly. Neither is negative: then a sum that rounding has touched is never safe. */
export function add(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= Number.MAX_SAFE_INTEGER) return sum;
  }
  return BigInt(a) + BigInt(b);
}

/** `a · b`, exactly. Neither is negative. */
export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product <= Number.MAX_SAFE_INTEGER) return product;
  }
  return BigInt(a) * BigInt(b);
}

/** Whether the two are the same number, of whichever kind. */
export function equal(a: Exact, b: Exact): boolean {
  return !(a < b) && !(a > b);
}
