import { expect, test } from 'vitest';
import type { Preferences } from '../../../../functions/model/generated/election.ts';
import { optionId } from '../../../support/builders.ts';
import { options } from '../../support.ts';
import { holders, list, listOf, openSeats, personsIn } from '../support.ts';

const rule: Preferences = {
  rule: 'preferences',
  percent: '25',
  of: 'list-votes',
  inclusive: true,
  ties: 'list-order',
};
const votes = (...own: (number | undefined)[]) =>
  list(
    'A',
    own.map((preferences) => (preferences === undefined ? {} : { preferences })),
  );

test('who reaches the share of the list’s votes comes first, most votes before others, then the list', () => {
  const persons = personsIn(listOf({ A: 3 }, { persons: rule }), votes(10, 75, 20, 120));

  expect(holders(persons)).toEqual(['A1 A4', 'A2 A2', 'A3 A1']);
  expect(persons.elected.map(({ basis }) => basis)).toEqual(['preferences', 'preferences', 'list-order']);
  expect(persons.steps[0]).toMatchObject({
    rule: 'preference-threshold',
    base: { exact: '300' },
    required: { exact: '75' },
    reached: [
      { order: 4, preferences: 120 },
      { order: 2, preferences: 75 },
    ],
  });
});

test('where more is needed than the share, exactly the share is not enough', () => {
  const persons = personsIn(listOf({ A: 1 }, { persons: { ...rule, inclusive: false } }), votes(0, 25, 10));

  expect(holders(persons)).toEqual(['A1 A1']);
});

test('a quota is exact: a third of a vote decides', () => {
  // Two hundred votes for three seats: 25 % of the quota are 50/3.
  const won = listOf({ A: 2, B: 1 }, { persons: { ...rule, of: 'quota' } }, {}, { A: 150, B: 50 });

  const persons = personsIn(won, votes(1, 16, 17));

  expect(holders(persons)).toEqual(['A1 A3', 'A2 A1']);
  expect(persons.steps[0]).toMatchObject({ base: { exact: '200/3' }, required: { exact: '50/3' } });
});

test('there is no quota while the votes of a list are not published', () => {
  const won = listOf({ A: 1, B: 0 }, { persons: { ...rule, of: 'quota' } }, {}, { A: 100 });
  const { contest } = won.input;
  const input = {
    ...won.input,
    contest: { ...contest, options: [...contest.options, ...options('list', ['B'])] },
  };

  expect(openSeats(personsIn({ ...won, input }, votes(50)))).toEqual(['A 1 preferences-missing']);
});

test('no votes of one’s own reach nothing, even of nothing', () => {
  const won = listOf({ A: 1 }, { persons: { ...rule, percent: '0' } });

  expect(holders(personsIn(won, votes(0, 0, 1)))).toEqual(['A1 A3']);
});

test('while the votes of a candidate who stands are not published, nobody is seated', () => {
  const won = listOf({ A: 1 }, { persons: rule });

  expect(openSeats(personsIn(won, votes(100, undefined)))).toEqual(['A 1 preferences-missing']);
  expect(holders(personsIn(won, list('A', [{ preferences: 9 }, { status: 'withdrawn' }])))).toEqual([
    'A1 A1',
  ]);
});

test('equal votes: the order of the list, or a lot that was drawn for exactly this tie', () => {
  const own = votes(10, 90, 90, 90);
  const lots = { ...rule, ties: 'lots' } as const;
  const lot = { option: optionId('A'), among: [4, 2, 3], seats: 2, won: [4, 2], source: 'S1' };
  const drawn = (personLots: (typeof lot)[]) =>
    personsIn(listOf({ A: 2 }, { persons: lots }, { personLots }), own);

  expect(holders(personsIn(listOf({ A: 2 }, { persons: rule }), own))).toEqual(['A1 A2', 'A2 A3']);
  expect(openSeats(drawn([]))).toEqual(['A 2 lots-required']);
  expect(holders(drawn([lot]))).toEqual(['A1 A2', 'A2 A4']);
  for (const wrong of [
    { ...lot, seats: 1, won: [4] },
    { ...lot, among: [2, 4] },
    { ...lot, won: [4] },
    { ...lot, won: [4, 1] },
  ]) {
    const persons = drawn([wrong]);
    expect(openSeats(persons)).toEqual(['A 2 lots-required']);
    expect(persons.steps.at(-1)).toMatchObject({ rule: 'person-lot-unused', seats: wrong.seats });
  }
});
