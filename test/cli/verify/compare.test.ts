import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDifference } from '../../../cli/verify/compare.ts';

test.each([
  [{ a: 1 }, { a: 2 }, { at: '/a', expected: '1', found: '2' }],
  [{ a: 1 }, {}, { at: '/a', expected: '1', found: 'nothing' }],
  [{}, { a: null }, { at: '/a', expected: 'nothing', found: 'null' }],
  [[1, 2], [1], { at: '/1', expected: '2', found: 'nothing' }],
  [[1], [1, [2]], { at: '/1', expected: 'nothing', found: 'a list of 1' }],
  [{ 'a/b': { '~': 'x' } }, { 'a/b': { '~': 'y' } }, { at: '/a~1b/~0', expected: '"x"', found: '"y"' }],
  [{ a: [] }, { a: {} }, { at: '/a', expected: 'a list of 0', found: 'an object' }],
  [{ a: 1 }, null, { at: '', expected: 'an object', found: 'null' }],
  [{}, JSON.parse('{"__proto__": 1}'), { at: '/__proto__', expected: 'nothing', found: '1' }],
  ['1', 1, { at: '', expected: '"1"', found: '1' }],
])('%j against %j', (expected, found, difference) => {
  expect(firstDifference(expected, found)).toEqual(difference);
});

test('equal values have no difference, others have one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [JSON.stringify(a), JSON.stringify(b)];

      expect(firstDifference(JSON.parse(left), JSON.parse(left))).toBeNull();
      const same = firstDifference(JSON.parse(left), JSON.parse(right)) === null;
      if (left === right) expect(same).toBe(true);
      if (same) expect(sorted(a)).toBe(sorted(b));
    }),
    { numRuns: 2000 },
  );
});

/** JSON with the members of every object in the order of their names. */
function sorted(value: unknown): string {
  return JSON.stringify(JSON.parse(JSON.stringify(value)), (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
