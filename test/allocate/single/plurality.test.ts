import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { inputOf, options, plurality, told } from '../support.ts';

test('most votes win, without a majority', () => {
  const { outcome, steps } = told(inputOf({ ...plurality, law: 'art-1' }, { A: 30, B: 40, C: 30 }));

  expect(outcome).toEqual({ status: 'elected', option: 'B' });
  expect(steps).toEqual([{ rule: 'most-votes', law: 'art-1', options: ['B'], votes: 40 }]);
});

test('against all cannot win', () => {
  expect(allocate(inputOf(plurality, { A: 3, B: 2, against: 95 })).outcome).toEqual({
    status: 'elected',
    option: 'A',
  });
});

test('a withdrawn candidate cannot win', () => {
  const ballot = options('candidate', ['A', 'B', 'C']).map((option) => ({
    ...option,
    withdrawn: option.id === 'A',
  }));

  expect(allocate(inputOf(plurality, { A: 90, B: 2, C: 8 }, { options: ballot })).outcome).toEqual({
    status: 'elected',
    option: 'C',
  });
});

test('the only candidate is elected with any vote, and with none by nobody', () => {
  expect(allocate(inputOf(plurality, { A: 1, against: 9 })).outcome).toEqual({
    status: 'elected',
    option: 'A',
  });
  expect(allocate(inputOf(plurality, { A: 0, against: 9 })).outcome).toMatchObject({
    status: 'undetermined',
    code: 'nobody-voted',
  });
});

test('a tie at the top leads to another vote among the tied', () => {
  expect(allocate(inputOf(plurality, { A: 4, B: 3, C: 4 })).outcome).toEqual({
    status: 'repeat-voting',
    options: ['A', 'C'],
  });
});

test('or to lots, where the law says so', () => {
  expect(allocate(inputOf({ ...plurality, tie: 'lots' }, { A: 4, B: 3, C: 4 })).outcome).toEqual({
    status: 'lots-required',
    seats: [],
    ties: [{ options: ['A', 'C'], seats: 1 }],
  });
});
