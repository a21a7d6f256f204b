import { compare, type Fraction, fraction, parseFraction } from '../../../model/fraction.ts';
import type { PartyList } from '../../../model/generated/election.ts';
import { onlyKnown } from './known.ts';

/** Votes of a list that takes part. */
export interface Votes {
  readonly votes: bigint;
}

/** What two lists compete with for a seat: `own` is the one asked about, `all` the votes of all lists that take part. */
export interface Rivalry {
  readonly own: bigint;
  readonly other: bigint;
  readonly all: bigint;
}

/**
 * How many seats the other list claims before (`ties: 'against'`: or together with) the `seat`-th of the own. Every formula here gives the
 * seats to the highest claims: votes divided by divisors, or, for the Hare quota, the quotient less the seats before. From 1.
 */
export type Claims = (rivalry: Rivalry, seat: bigint, ties: 'for' | 'against') => bigint;

/** The claims of a formula, all of whose parameters are known here; null otherwise. `seats` are those to be distributed. */
export function claimsOf(formula: PartyList['formula'], seats: bigint): Claims | null {
  const members = onlyKnown(formula, ['type', 'quota', 'divisors', 'first', 'law']);
  const [type, quota, name, first] = ['type', 'quota', 'divisors', 'first'].map((key) => members?.get(key));
  if (type === 'largest-remainder' && quota === 'hare') return hareClaims(seats);
  const divisors = typeof name === 'string' ? linear.get(name) : undefined;
  if (type !== 'highest-averages' || !divisors) return null;
  if (first === undefined) return divisorClaims(divisors, fraction(divisors.first));
  return typeof first === 'string' ? startingWith(divisors, parseFraction(first)) : null;
}

interface Linear {
  readonly first: bigint;
  readonly step: bigint;
}

/** Divisors that grow by the same step, none of them zero. */
const linear: ReadonlyMap<string, Linear> = new Map([
  ['dhondt', { first: 1n, step: 1n }],
  ['sainte-lague', { first: 1n, step: 2n }],
  ['danish', { first: 1n, step: 3n }],
  ['imperiali', { first: 2n, step: 1n }],
]);

/** The divisors with another first one; null where they would not ascend from above zero, and so are no rule. */
function startingWith(divisors: Linear, initial: Fraction): Claims | null {
  const ascends = initial.numerator > 0n && compare(initial, fraction(divisors.first + divisors.step)) < 0;
  return ascends ? divisorClaims(divisors, initial) : null;
}

/**
 * With the Hare quota the n-th claim of a list is S·v/V − (n − 1): seats given one by one to the highest are those of the largest
 * remainders. The other's n-th is above the own t-th when n < t + S·(other − own)/V.
 */
function hareClaims(seats: bigint): Claims {
  return ({ own, other, all }, seat, ties) => {
    const limit = seat * all + seats * (other - own);
    const count = ties === 'against' ? floorOf(limit, all) : -floorOf(-limit, all) - 1n;
    return count > 0n ? count : 0n;
  };
}

/** With divisors the other's n-th claim is above the own t-th when d(n) < other · d(t) / own. */
function divisorClaims({ first, step }: Linear, initial: Fraction): Claims {
  return ({ own, other }, seat, ties) => {
    const of = seat === 1n ? initial : fraction(first + step * (seat - 1n));
    const [top, bottom] = [other * of.numerator, own * of.denominator];
    const within = (divisor: Fraction) => {
      const [left, right] = [divisor.numerator * bottom, top * divisor.denominator];
      return ties === 'against' ? left <= right : left < right;
    };
    if (!within(initial)) return 0n;
    const room = top - first * bottom;
    const further = ties === 'against' ? floorOf(room, step * bottom) : -floorOf(-room, step * bottom) - 1n;
    return further > 0n ? further + 1n : 1n;
  };
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient;
}
