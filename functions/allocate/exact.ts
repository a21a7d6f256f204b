import { type Fraction, formatDecimal, formatFraction } from '../model/fraction.ts';
import type { Exact } from '../model/generated/certificate.ts';

/** A fraction as a certificate states it: `{ exact: '7/3', decimal: '2.333333' }`. */
export function exact(value: Fraction): Exact {
  return { exact: formatFraction(value), decimal: formatDecimal(value, 6) };
}
