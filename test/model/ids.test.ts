import { describe, expect, test } from 'vitest';
import {
  isAreaId,
  isBatchId,
  isContestId,
  isElectionId,
  isOptionId,
  isStationId,
} from '../../functions/model/ids.ts';

describe('elections and contests', () => {
  test.each(['kz-mazhilis-2023', 'a', '1', 'x'.repeat(64)])('may be named %s', (id) => {
    expect([isElectionId(id), isContestId(id)]).toEqual([true, true]);
  });

  test.each(['', 'KZ', '-a', 'a_b', 'a.b', 'a/b', '..', 'a#b', 'a\n', '__proto__', 'сайлау', 'x'.repeat(65)])(
    'may not be named %j',
    (id) => {
      expect([isElectionId(id), isContestId(id)]).toEqual([false, false]);
    },
  );
});

describe('areas and options', () => {
  test.each(['KZ-10', '87.01', 'against-all', 'A_b'])('may be named %s', (id) => {
    expect([isAreaId(id), isOptionId(id)]).toEqual([true, true]);
  });

  test.each(['', '.a', '_a', '__proto__', 'a b', 'a/b', 'a#b', 'a:b', 'x\n'])('may not be named %j', (id) => {
    expect([isAreaId(id), isOptionId(id)]).toEqual([false, false]);
  });
});

describe('stations', () => {
  test.each(['87.01', '12/4', '№ 7', 'Участок 5', '__proto__'])('may be named %s', (id) => {
    expect(isStationId(id)).toBe(true);
  });

  test.each(['', ' a', 'a ', 'a#b', 'a\0', 'a\nb', '\u200ba', 'x'.repeat(65)])(
    'may not be named %j',
    (id) => {
      expect(isStationId(id)).toBe(false);
    },
  );
});

test('a batch is named by 32 hexadecimal digits', () => {
  expect(isBatchId('0123456789abcdef'.repeat(2))).toBe(true);
  expect(isBatchId('0123456789ABCDEF'.repeat(2))).toBe(false);
  expect(isBatchId('0'.repeat(31))).toBe(false);
});
