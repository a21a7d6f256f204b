import { expect, test } from 'vitest';
import type { Outcome } from '../../../functions/model/law/allocation.ts';
import { computedSeats } from '../../../functions/publish/figures/contest.ts';
import { ids } from '../../allocate/support.ts';

const [A, B, C] = ids('A', 'B', 'C');
const certain = ids('A', 'B', 'C').map((option) => ({ option, seats: option === 'A' ? 1 : 0 }));

test.each<[string, Outcome, (number | null)[]]>([
  ['seats given', { status: 'allocated', seats: certain }, [1, 0, 0]],
  [
    'a tie for the last seat that a lot decides',
    { status: 'lots-required', seats: certain, ties: [{ options: ids('B', 'C'), seats: 1 }] },
    [1, null, null],
  ],
  [
    'a tie for the last seat that is voted on again',
    { status: 'repeat-voting', seats: certain, options: ids('B') },
    [1, null, 0],
  ],
  ['a tie for the only seat', { status: 'repeat-voting', options: ids('B', 'C') }, [null, null, null]],
  [
    'a new election for the last seat',
    { status: 'repeat-election', seats: certain, reason: 'minimum' },
    [1, 0, 0],
  ],
  ['a second round', { status: 'runoff', options: ids('A', 'B') }, [null, null, null]],
])('seats after %s', (_what, outcome, seats) => {
  expect([A, B, C].map((option) => (option ? computedSeats(outcome, option) : undefined))).toEqual(seats);
});
