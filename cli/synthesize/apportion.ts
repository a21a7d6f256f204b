/**
 * Shares `total` out in proportion to the weights, by largest remainder (Hare): the parts are whole, sum to `total`, and none differs by one
 * or more from its exact share. Equal remainders go to the earlier part. Throws RangeError when there is something to share and
 * every weight is zero.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = sumOf(weights);
  if (total === 0n) return weights.map(() => 0n);
  if (sum === 0n) throw new RangeError(`nothing to share ${total} among: every weight is zero`);
  const parts = weights.map((weight) => (total * weight) / sum);
  const left = Number(total - sumOf(parts));
  if (left === 0) return parts;
  const remainders = weights.map((weight, index) => ({ index, remainder: (total * weight) % sum }));
  remainders.sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

/**
 * Takes `size` out of the remaining groups, leaning towards each by its factor (per mille): what is taken sums to `size` and takes
 * from no group more than it holds. So whoever takes every size in turn, to the last, has taken each group whole: no sum is ever
 * corrected at the end, and nothing but the remaining groups need be kept. `size` must not exceed their sum.
 */
export function take(remaining: readonly bigint[], size: bigint, factors: readonly bigint[]): bigint[] {
  const weights = remaining.map((group, index) => group * (factors[index] ?? 1000n));
  const sum = sumOf(weights);
  if (sum === 0n) return remaining.map(() => 0n);
  const taken = remaining.map((group, index) => least(group, (size * (weights[index] ?? 0n)) / sum));
  const left = size - sumOf(taken);
  if (left === 0n) return taken;
  const room = remaining.map((group, index) => group - (taken[index] ?? 0n));
  const more = apportion(left, room);
  return taken.map((part, index) => part + (more[index] ?? 0n));
}

/** The sum of the numbers, zero of none. */
export function sumOf(numbers: readonly bigint[]): bigint {
  let sum = 0n;
  for (const number of numbers) sum += number;
  return sum;
}

/** The lesser of two numbers. */
export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The greater of two numbers. */
export function greatest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
