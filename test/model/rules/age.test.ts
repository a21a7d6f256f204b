import { expect, test } from 'vitest';
import { isYounger } from '../../../functions/model/rules/age.ts';

test.each([
  ['the day before the birthday', '1999-03-11', true],
  ['the birthday', '1999-03-10', false],
  ['a year alone, in which some are old enough', '1999', false],
  ['a year alone, in which nobody is', '2000', true],
])('%s', (_case, born, younger) => {
  expect(isYounger(born, '2024-03-10', 25)).toBe(younger);
});

test('whoever is born on 29 February is a year older on 1 March', () => {
  expect(isYounger('2000-02-29', '2025-02-28', 25)).toBe(true);
  expect(isYounger('2000-02-29', '2025-03-01', 25)).toBe(false);
});
