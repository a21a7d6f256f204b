import type { Step } from '../../model/allocation.ts';
import { type Fraction, floor } from '../../model/fraction.ts';
import { jsonCount } from '../../model/json.ts';
import type { Contender } from '../count/contenders.ts';
import { exact } from '../exact.ts';
import { award, noSeats, type Standing, standingList } from './standing.ts';

/** A list and its votes divided by the quota: what it has a claim to. */
export interface Claim extends Contender {
  readonly quotient: Fraction;
}

/** Seats given so far, and the steps that gave them. */
export interface Awards {
  readonly standing: Standing;
  readonly steps: readonly Step[];
}

/** Gives each list the whole part of its claim, in the order given. */
export function wholeSeats(claims: readonly Claim[], law: string | undefined): Awards {
  const steps: Step[] = [];
  let standing = noSeats(claims.map(({ option }) => option));
  for (const { option, votes, quotient } of claims) {
    const seats = Number(floor(quotient));
    standing = award(standing, option, seats);
    steps.push({
      rule: 'whole-seats',
      law,
      option,
      votes: jsonCount(votes),
      quotient: exact(quotient),
      seats,
      standing: standingList(standing),
    });
  }
  return { standing, steps };
}
