import { describe, expect, test } from 'vitest';
import { parseFlag, parseOrder, parsePercent, parseTime } from '../../../functions/validate/cells/values.ts';

describe('a time', () => {
  test.each([
    ['2024-03-10T10:00', '2024-03-10T10:00+06:00'],
    ['2024-03-10 10:00:59', '2024-03-10T10:00+06:00'],
    ['2024-03-10T10:00+05:00', '2024-03-10T10:00+05:00'],
    ['2024-03-10T10:00Z', '2024-03-10T10:00+00:00'],
    ['2024-02-29T23:59', '2024-02-29T23:59+06:00'],
    ['2023-02-29T10:00', null],
    ['2024-03-10T24:00', null],
    ['2024-13-10T10:00', null],
    ['2024-03-10', null],
    ['10.03.2024 10:00', null],
    ['2024-03-10T10:00+15:00', null],
  ])('%s: %s', (cell, time) => {
    expect(parseTime(cell, '+06:00')).toBe(time);
  });
});

test.each([
  ['0', '0'],
  ['54.190', '54.190'],
  ['100', '100'],
  ['100.00', '100.00'],
  ['100.01', null],
  ['101', null],
  ['54,19', null],
  ['-1', null],
  ['5 %', null],
  ['.5', null],
])('percentage %s: %s', (cell, percent) => {
  expect(parsePercent(cell)).toBe(percent);
});

test('flags are yes and no, places whole numbers from 1', () => {
  expect(['yes', 'No', 'YES', '1', 'true'].map(parseFlag)).toEqual([true, false, true, null, null]);
  expect(['1', '99', '0', '01', '1.5', '-1'].map(parseOrder)).toEqual([1, 99, null, null, null, null]);
});
