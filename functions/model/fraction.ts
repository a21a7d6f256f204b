/** An exact number `numerator / denominator`, reduced, with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The reduced fraction `numerator / denominator`. Throws RangeError when the denominator is zero. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction with denominator zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(magnitude(numerator), magnitude(denominator)) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Reads `"5"`, `"2.5"` or `"2/3"` exactly. Throws SyntaxError for anything else. */
export function parseFraction(text: string): Fraction {
  const match = /^([0-9]{1,30})(?:\.([0-9]{1,30})|\/([1-9][0-9]{0,29}))?$/.exec(text);
  if (!match)
    throw new SyntaxError(`"${text}" is not a decimal or a fraction; write it as "5", "2.5" or "2/3"`);
  const [, whole = '0', decimals = '', denominator] = match;
  if (denominator !== undefined) return fraction(BigInt(whole), BigInt(denominator));
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** `a + b`, exactly. */
export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** `a − b`, exactly. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** `a · b`, exactly. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a / b`, exactly. Throws RangeError when `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The greatest whole number not above `a`. */
export function floor(a: Fraction): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && a.numerator % a.denominator !== 0n ? quotient - 1n : quotient;
}

/** The least whole number not below `a`. */
export function ceiling(a: Fraction): bigint {
  return -floor({ numerator: -a.numerator, denominator: a.denominator });
}

/** `"7/3"`, or `"7"` when it is whole. */
export function formatFraction(a: Fraction): string {
  return a.denominator === 1n ? `${a.numerator}` : `${a.numerator}/${a.denominator}`;
}

/** The nearest double or one beside it. Nothing may be decided by it that is nearer than 2^-51 of it. */
export function toNumber({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}

/** Rounded half up to `digits` decimals, for reading only: no decision may rest on it. */
export function formatDecimal(a: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const scaled = floor(add(multiply(a, fraction(scale)), fraction(1n, 2n)));
  const text = magnitude(scaled)
    .toString()
    .padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const decimals = digits > 0 ? `.${text.slice(-digits)}` : '';
  return `${scaled < 0n ? '-' : ''}${whole}${decimals}`;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
