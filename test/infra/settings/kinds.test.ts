import { expect, test } from 'vitest';
import {
  choice,
  keepOr,
  list,
  oneOf,
  optional,
  refused,
  text,
  whole,
} from '../../../infra/settings/kinds.ts';

test('a choice takes its words alone', () => {
  const kind = choice('retain', 'destroy');

  expect(kind.read('retain')).toBe('retain');
  expect(kind.read('RETAIN')).toBe(refused);
  expect(kind.takes).toBe('"retain" or "destroy"');
});

test('a whole number takes both its bounds, as number and as digits', () => {
  const kind = whole(1, 900);

  expect([1, '1', 900, '900'].map((value) => kind.read(value))).toEqual([1, 1, 900, 900]);
  for (const value of [0, 901, 1.5, '1.5', '-1', '', ' 1', '1e2', true, null, Number.NaN]) {
    expect(kind.read(value)).toBe(refused);
  }
});

test('a list of numbers takes those in it', () => {
  expect(oneOf([7, 14]).read('14')).toBe(14);
  expect(oneOf([7, 14]).read(8)).toBe(refused);
});

test('"keep" stands beside the other kind', () => {
  expect(keepOr(whole(1, 2)).read('keep')).toBe('keep');
  expect(keepOr(whole(1, 2)).read('2')).toBe(2);
  expect(keepOr(whole(1, 2)).read('kept')).toBe(refused);
});

test('an optional kind reads emptiness as undefined, which is not refused', () => {
  const kind = optional(text('a letter', /^[a-z]$/));

  for (const value of ['', null, undefined]) expect(kind.read(value)).toBeUndefined();
  expect(kind.read('a')).toBe('a');
  expect(kind.read('A')).toBe(refused);
});

test('a list refuses itself for one bad item, and for none', () => {
  const kind = list('letters', text('a letter', /^[a-z]$/));

  expect(kind.read('a, b')).toEqual(['a', 'b']);
  expect(kind.read(['a', 'B'])).toBe(refused);
  expect(kind.read([])).toBe(refused);
  expect(kind.read('')).toBe(refused);
});
