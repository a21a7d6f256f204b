import { describe, expect, test } from 'vitest';
import { headingOf, plainLabel } from '../../../functions/validate/table/heading.ts';

describe('the labels of a header', () => {
  test.each([
    ['one row', [['No', ' Votes ']], ['No', 'Votes']],
    ['lines in a cell', [['Number of\r\n voters\u00a0 registered']], ['Number of voters registered']],
    [
      'merged cells above one another',
      [
        ['Station', 'Votes', '', 'Notes'],
        ['', 'A', 'B', ''],
      ],
      ['Station', 'Votes A', 'Votes B', 'Notes'],
    ],
    [
      'three rows, one of them shorter',
      [
        ['', 'Ballots'],
        ['No', 'valid', 'spoilt'],
        ['No', '', 'all'],
      ],
      ['No', 'Ballots valid', 'Ballots spoilt all'],
    ],
    ['no row at all', [], []],
  ])('%s', (_name, rows, labels) => {
    expect(headingOf(rows)).toEqual(labels);
  });
});

test('what cannot be seen is no part of a label', () => {
  expect(plainLabel('\ufeffVo\u00adtes\u200b ')).toBe('Votes');
});
