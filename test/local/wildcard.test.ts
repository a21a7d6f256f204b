import { describe, expect, it } from 'vitest';
import { matchesWildcard } from '../../local/wildcard.ts';

describe('matchesWildcard', () => {
  it.each([
    ['uploads/a.csv', 'uploads/*.csv', true],
    ['uploads/a/b.csv', 'uploads/*', true],
    ['reports/a.csv', 'uploads/*', false],
    ['aXbXc', 'a*X*c', true],
    ['', '*', true],
    ['', '', true],
    ['a', '', false],
    ['abcabd', 'a*abd', true],
    ['a?c', 'abc', false],
  ])('says whether %j matches %j: %s', (text, pattern, expected) => {
    expect(matchesWildcard(text, pattern, { single: false })).toBe(expected);
  });

  it('takes "?" for one character only where that is asked for', () => {
    expect(matchesWildcard('abc', 'a?c', { single: true })).toBe(true);
    expect(matchesWildcard('abc', 'a?c', { single: false })).toBe(false);
  });

  it('is not slowed down by many stars', () => {
    const text = `${'a'.repeat(5_000)}b`;

    expect(matchesWildcard(text, `${'*a'.repeat(20)}*c`, { single: false })).toBe(false);
  });
});
