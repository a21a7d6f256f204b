import { expect, test } from 'vitest';
import { nearestId } from '../../../functions/validate/spelling/nearest.ts';

test.each([
  ['АB-12', ['AB-12', 'AB-13'], 'AB-12'],
  ['0012', ['13', '12'], '12'],
  ['st 1', ['st-1'], 'st-1'],
  ['87.O1', ['87.02', '87.01'], '87.01'],
  ['87.1', ['99.99'], null],
  ['x', ['y', 'abc'], 'y'],
  ['z'.repeat(65), ['z'], null],
])('the nearest of %s among %j is %s', (text, candidates, nearest) => {
  expect(nearestId(text, candidates)).toBe(nearest);
});
