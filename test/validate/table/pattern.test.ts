import { describe, expect, test } from 'vitest';
import { fitsPath, fitsText, optionInLabel } from '../../../functions/validate/table/pattern.ts';

describe('a path fits a pattern', () => {
  test.each([
    ['results/list/*.csv', 'results/list/north.csv', true],
    ['results/list/*.csv', 'results/list/deep/north.csv', false],
    ['results/*/*.csv', 'results/list/a.csv', true],
    ['results/list/a*b*.csv', 'results/list/axxbyy.csv', true],
    ['results/list/a*b*.csv', 'results/list/axx.csv', false],
    ['*', 'election.json', true],
    ['results/list/ab*ba.csv', 'results/list/aba.csv', false],
    ['results/list/a.csv', 'results/list/axcsv', false],
  ])('%s, %s: %s', (pattern, path, fits) => {
    expect(fitsPath(pattern, path)).toBe(fits);
  });
});

describe('a cell fits a pattern', () => {
  test.each([
    ['total*', 'TOTAL of all', true],
    ['*итог*', 'Промежуточный ИТОГ', true],
    ['total', 'total of all', false],
    ['', '', true],
    ['', 'x', false],
    ['(.*)+$', 'aaaa', false],
  ])('%s, %s: %s', (pattern, text, fits) => {
    expect(fitsText(pattern, text)).toBe(fits);
  });
});

describe('a label gives its option', () => {
  test.each([
    ['{option} - *', '5 - United - National', '5'],
    ['{option} - *', 'votes by 12', null],
    ['No. {option}', 'No. 12', '12'],
    ['*({option})', 'Party A (PA)', 'PA'],
    ['*-{option}-*', 'x-A-y-B-z', 'A'],
    ['{option}', 'A', 'A'],
    ['no option', 'no option', null],
    ['{number} *', '41 Party of 2012', '41'],
    ['*{number}*', 'No 5, Party of 2012', '5'],
    ['List of {number}', 'List of 2012', '2012'],
    ['* of {number}', '5 Party of 2012', '2012'],
    ['№{number}', 'No 5', null],
  ])('%s, %s: %s', (pattern, label, option) => {
    expect(optionInLabel(pattern, label)).toBe(option);
  });

  test('of a hostile pattern and label in no time', () => {
    expect(optionInLabel(`${'*a'.repeat(90)}{option}b`, 'a'.repeat(100_000))).toBeNull();
    expect(optionInLabel(`${'*a'.repeat(90)}{number}b`, 'a1'.repeat(100_000))).toBeNull();
  });
});
