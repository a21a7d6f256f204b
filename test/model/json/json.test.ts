import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, jsonCount, prettyJson } from '../../../functions/model/json/json.ts';

test('canonical JSON sorts keys at every depth, keeps lists, leaves out what is undefined', () => {
  expect(canonicalJson({ b: [{ z: 1, a: null }], a: undefined, A: 'é' })).toBe(
    '{"A":"é","b":[{"a":null,"z":1}]}',
  );
});

test('keys are sorted as the example of RFC 8785 (section 3.2.3) has them, those that look like numbers too', () => {
  const value = { '€': 1, '\r': 2, '\ufb33': 3, 10: 4, 9: 5, '\u{1f600}': 6, '\u0080': 7, ö: 8 };

  expect(canonicalJson(value)).toBe('{"\\r":2,"10":4,"9":5,"\u0080":7,"ö":8,"€":1,"\u{1f600}":6,"\ufb33":3}');
});

test('equal values have equal bytes, whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a bigint is a number while that is exact, else its digits', () => {
  expect(jsonCount(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
  expect(jsonCount(9_007_199_254_740_992n)).toBe('9007199254740992');
  expect(prettyJson({ b: 1n, a: 2 })).toBe('{\n  "b": 1,\n  "a": 2\n}\n');
});
