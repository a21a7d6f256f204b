import { expect, test } from 'vitest';
import { seatsIn, seatsOf } from '../../functions/allocate/seats.ts';
import type { Outcome } from '../../functions/model/law/allocation.ts';
import { optionId } from '../support/builders.ts';
import { ids, inputOf, plurality } from './support.ts';

const certain = ids('A', 'B', 'C').map((option) => ({ option, seats: option === 'A' ? 1 : 0 }));
const { contest } = inputOf(plurality, { A: 3, B: 2, C: 1, against: 1 });

test.each<[string, Outcome, (number | null)[]]>([
  ['the only seat is won', { status: 'elected', option: optionId('A') }, [1, 0, 0]],
  ['seats are given', { status: 'allocated', seats: certain }, [1, 0, 0]],
  [
    'a lot decides the last seat',
    { status: 'lots-required', seats: certain, ties: [{ options: ids('B', 'C'), seats: 1 }] },
    [1, null, null],
  ],
  [
    'the last seat is voted on again',
    { status: 'repeat-voting', seats: certain, options: ids('B') },
    [1, null, 0],
  ],
  [
    'the last seat needs a new election',
    { status: 'repeat-election', seats: certain, reason: 'minimum' },
    [1, 0, 0],
  ],
  ['there is a second round', { status: 'runoff', options: ids('A', 'B') }, [null, null, null]],
])('the seats of an option where %s', (_what, outcome, seats) => {
  expect(ids('A', 'B', 'C').map((option) => seatsIn(outcome, option))).toEqual(seats);
});

test('all seats are given for every option that can win one, and only where the outcome gives them all', () => {
  const elected: Outcome = { status: 'elected', option: optionId('A') };
  const open: Outcome = { status: 'repeat-voting', seats: certain, options: ids('B') };

  expect(seatsOf(contest, elected)).toEqual(certain);
  expect(seatsOf(contest, { status: 'allocated', seats: certain })).toEqual(certain);
  expect(seatsOf(contest, open)).toEqual([]);
});
