/** The sum; null where one of the numbers is not known. */
export function sumOrNull(values: Iterable<bigint | null>): bigint | null {
  let sum = 0n;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
