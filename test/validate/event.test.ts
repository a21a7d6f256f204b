import { expect, test } from 'vitest';
import { isLater } from '../../functions/validate/event.ts';

test.each([
  ['0055AED6DCD90281E6', '0055AED6DCD90281E5', true],
  ['0055AED6DCD90281E5', '0055AED6DCD90281E5', false],
  ['00A1', '00A0FF', true],
  ['00A0FF', '00A1', false],
  ['00A0', '00A000', false],
  ['00a1', '00A0', true],
])('sequencer %s is later than %s: %s', (a, b, later) => {
  expect(isLater(a, b)).toBe(later);
});
