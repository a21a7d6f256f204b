import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { Plurality } from '../../../functions/model/generated/election.ts';
import { type Figures, inputOf, options, plurality, seatsOf, told } from '../support.ts';

const canWin: Plurality = { ...plurality, againstAll: 'can-win', againstAllLaw: 'art-1' };

test('against all wins where it can, and the certificate says so', () => {
  const { outcome, steps } = told(inputOf(canWin, { A: 3, B: 2, against: 95 }));

  expect(outcome).toMatchObject({ status: 'repeat-election', reason: 'against-all' });
  expect(steps.at(-1)).toEqual({ rule: 'against-all', law: 'art-1', votes: 95, options: [] });
});

test.each<[string, Figures, object]>([
  [
    'with more votes a candidate is elected',
    { A: 51, B: 2, against: 50 },
    { status: 'elected', option: 'A' },
  ],
  [
    'with as many nobody is',
    { A: 50, B: 2, against: 50 },
    { status: 'repeat-election', reason: 'against-all' },
  ],
  [
    'with no votes for anybody else nobody is',
    { A: 0, against: 9 },
    { status: 'repeat-election', reason: 'against-all' },
  ],
])('%s', (_what, figures, outcome) => {
  expect(allocate(inputOf(canWin, figures)).outcome).toMatchObject(outcome);
});

test('of several seats only those are filled whose candidates are ahead of against all', () => {
  expect(
    allocate(inputOf({ ...canWin, seats: 2 }, { A: 60, B: 20, C: 10, against: 30 })).outcome,
  ).toMatchObject({
    status: 'repeat-election',
    reason: 'against-all',
    seats: [{ option: 'A', seats: 1 }, { seats: 0 }, { seats: 0 }],
  });
});

test('without its votes it is not known whether it has won', () => {
  const ballot = options('candidate', ['A', 'B', 'against']);

  const { outcome } = allocate(inputOf(canWin, { A: 60, B: 20 }, { options: ballot }));

  expect(outcome).toMatchObject({ status: 'undetermined', code: 'figures-missing' });
});

test('what follows can be another vote among the same candidates', () => {
  expect(
    allocate(inputOf({ ...canWin, nobodyWins: 'repeat-voting' }, { A: 3, B: 2, against: 95 })).outcome,
  ).toEqual({ status: 'repeat-voting', options: ['A', 'B'] });
});

const quorate: Plurality = {
  ...plurality,
  turnout: { percent: '50', base: 'registered', inclusive: false, law: 'art-1' },
  minimum: { percent: '25', base: 'registered', inclusive: true },
};

test.each<[string, Figures, object]>([
  [
    'too few took part',
    { A: 40, B: 10, cast: 50, registered: 100 },
    { status: 'repeat-election', reason: 'turnout' },
  ],
  ['one more took part', { A: 40, B: 10, cast: 51, registered: 100 }, { status: 'elected', option: 'A' }],
  [
    'the first has too small a share',
    { A: 24, B: 20, cast: 80, registered: 100 },
    { status: 'repeat-election', reason: 'minimum' },
  ],
  [
    'the first has exactly the share',
    { A: 25, B: 20, cast: 80, registered: 100 },
    { status: 'elected', option: 'A' },
  ],
  [
    'the register is not published',
    { A: 25, B: 20, cast: 80 },
    { status: 'undetermined', code: 'figures-missing' },
  ],
])('where %s', (_what, figures, outcome) => {
  expect(allocate(inputOf(quorate, figures)).outcome).toMatchObject(outcome);
});

test('two who are tied and were the only candidates make a new election, where the law says so', () => {
  const system: Plurality = { ...plurality, twoTied: 'repeat-election' };

  expect(allocate(inputOf(system, { A: 4, B: 4 })).outcome).toMatchObject({
    status: 'repeat-election',
    reason: 'tie',
  });
  expect(allocate(inputOf(system, { A: 4, B: 4, C: 1 })).outcome).toEqual({
    status: 'repeat-voting',
    options: ['A', 'B'],
  });
});

test('one seat is one seat, whether or not the definition says so', () => {
  expect(seatsOf(allocate(inputOf({ ...plurality, seats: 1 }, { A: 4, B: 3 })).outcome)).toEqual({
    status: 'elected',
    option: 'A',
  });
});
