import { formatDecimal, fraction } from '../../model/fraction.ts';
import type { CountField } from '../../model/records/protocol.ts';
import type { ContestSum } from './contest.ts';

/** A sum as JSON can hold it exactly: a number below 2^53, else its digits. */
export function exactCount(count: bigint): number | string {
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : String(count);
}

/** The sum of a count, null where no protocol states it. */
export function countTotal({ values }: Pick<ContestSum, 'values'>, name: CountField): number | string | null {
  const total = values.get(name);
  return total ? exactCount(total.sum) : null;
}

/**
 * One count as a percentage of another, as `54.19`. Null unless the same number of protocols states both: a share of sums over
 * different stations says nothing.
 */
export function shareOf(
  { values }: Pick<ContestSum, 'values'>,
  part: CountField,
  whole: CountField,
): string | null {
  const [numerator, denominator] = [values.get(part), values.get(whole)];
  if (!numerator || !denominator || numerator.units !== denominator.units) return null;
  return percentOf(numerator.sum, denominator.sum);
}

/** `part` of `whole` in percent, computed exactly and rounded half up to two decimals; null when either is not known or the whole is zero. */
export function percentOf(part: bigint | null, whole: bigint | null): string | null {
  if (part === null || whole === null || whole === 0n) return null;
  return formatDecimal(fraction(part * 100n, whole), 2);
}
