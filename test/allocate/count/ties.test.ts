import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { Contest, PartyList } from '../../../functions/model/generated/election.ts';
import { type Figures, ids, inputOf, options, partyList, plurality, seatsOf, told } from '../support.ts';

type Lot = NonNullable<Contest['lots']>[number];

/** Three equal lists and five seats: one each, and two to be told apart. */
const three: Figures = { A: 7, B: 7, C: 7 };
const lot: Lot = { among: ids('C', 'A', 'B'), seats: 2, won: ids('C', 'A'), source: 'S1' };

function five(ties: PartyList['ties'], changes: Partial<Contest> = {}) {
  return told(inputOf(partyList(5, { ties, tiesLaw: 'art-97-1' }), three, changes));
}

test('the lists registered earlier win', () => {
  const ballot = options('list', ['A', 'B', 'C']).map((option, index) => ({
    ...option,
    registration: 3 - index,
  }));

  const { outcome, steps } = five(['earlier-registration'], { options: ballot });

  expect(seatsOf(outcome)).toEqual({ A: 1, B: 2, C: 2 });
  expect(steps).toContainEqual(
    expect.objectContaining({
      rule: 'tie',
      law: 'art-97-1',
      by: 'earlier-registration',
      options: ['A', 'B', 'C'],
      seats: 2,
      won: ['C', 'B'],
    }),
  );
});

test('an order of registration that is not stated decides nothing, and is named', () => {
  const ballot = options('list', ['A', 'B', 'C']).map(({ registration, ...option }) =>
    option.id === 'B' ? option : { ...option, registration },
  );

  expect(five(['earlier-registration', 'lots'], { options: ballot }).outcome).toMatchObject({
    status: 'undetermined',
    code: 'registration-missing',
    reason: expect.stringContaining('for B'),
  });
});

test('a rule that tells only some apart leaves the rest to the next', () => {
  const ballot = options('list', ['A', 'B', 'C']).map((option) => ({
    ...option,
    registration: option.id === 'C' ? 1 : 2,
  }));

  const { outcome } = five(['earlier-registration', 'lots'], { options: ballot });

  expect(outcome).toMatchObject({
    status: 'lots-required',
    seats: [
      { option: 'A', seats: 1 },
      { option: 'B', seats: 1 },
      { option: 'C', seats: 2 },
    ],
    ties: [{ options: ['A', 'B'], seats: 1 }],
  });
});

test('of equal remainders the list with more votes wins', () => {
  // Quota 10: 15 and 25 have the same remainder of a half, 20 has none.
  const { outcome } = allocate(inputOf(partyList(6, { ties: ['more-votes'] }), { A: 15, B: 25, C: 20 }));

  expect(seatsOf(outcome)).toEqual({ A: 1, B: 3, C: 2 });
});

test('rules that run out leave the tie to lots', () => {
  expect(five(['more-votes']).outcome).toMatchObject({
    status: 'lots-required',
    ties: [{ options: ['A', 'B', 'C'], seats: 2 }],
  });
});

test('a lot drawn for exactly this tie decides it', () => {
  const { outcome, steps } = five(['lots'], { lots: [lot] });

  expect(seatsOf(outcome)).toEqual({ A: 2, B: 1, C: 2 });
  expect(steps).toContainEqual(
    expect.objectContaining({ rule: 'tie', by: 'lots', won: ['C', 'A'], source: 'S1' }),
  );
});

test.each<[string, Partial<Lot>, string]>([
  ['fewer options', { among: ids('A', 'B'), won: ids('A', 'B') }, 'no-such-tie'],
  ['another number of seats', { seats: 1, won: ids('A') }, 'no-such-tie'],
  ['too few that won', { won: ids('A') }, 'not-a-draw'],
  ['a winner twice', { won: ids('A', 'A') }, 'not-a-draw'],
  ['a winner who was not tied', { won: ids('A', 'X') }, 'not-a-draw'],
  ['an option twice', { among: ids('A', 'A', 'B'), won: ids('A', 'B') }, 'no-such-tie'],
])('a lot with %s is not used, and is named', (_what, changes, reason) => {
  const { outcome, steps } = five(['lots'], { lots: [{ ...lot, ...changes }] });

  expect(outcome.status).toBe('lots-required');
  expect(steps.at(-1)).toMatchObject({ rule: 'lot-unused', reason, source: 'S1' });
});

test('a lot where nothing is tied is named', () => {
  const { steps } = told(
    inputOf(
      partyList(1),
      { A: 2, B: 1 },
      { lots: [{ ...lot, among: ids('A', 'B'), seats: 1, won: ids('B') }] },
    ),
  );

  expect(steps.at(-1)).toMatchObject({ rule: 'lot-unused', reason: 'no-such-tie' });
});

test('a second lot for the same tie is named as unused', () => {
  const { outcome, steps } = five(['lots'], { lots: [lot, { ...lot, won: ids('A', 'B') }] });

  expect(seatsOf(outcome)).toEqual({ A: 2, B: 1, C: 2 });
  expect(steps.at(-1)).toMatchObject({ rule: 'lot-unused', won: ['A', 'B'] });
});

test('a lot decides a tied seat of plurality too', () => {
  const drawn = { lots: [{ among: ids('A', 'B'), seats: 1, won: ids('B'), source: 'S1' }] };

  expect(allocate(inputOf({ ...plurality, tie: 'lots' }, { A: 4, B: 4 }, drawn)).outcome).toEqual({
    status: 'elected',
    option: 'B',
  });
});
