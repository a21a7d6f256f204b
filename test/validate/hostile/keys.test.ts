import { expect, test } from 'vitest';
import { parseUploadKey } from '../../../functions/model/upload.ts';

/** Keys that are made to be taken for another, to climb, or to break what handles them. */
const keys: Readonly<Record<string, string>> = {
  'climbs to another election': 'uploads/xx/../yy/election.json',
  'climbs within the folder': 'uploads/xx/stations/../election.json',
  'climbs with the separators of Windows': 'uploads/xx\\..\\yy\\election.json',
  'climbs percent-encoded': 'uploads/xx/%2e%2e/yy/election.json',
  'has an empty election': 'uploads//election.json',
  'begins with a slash': '/uploads/xx/election.json',
  'has a NUL': 'uploads/xx/stations/a\0.csv',
  'has a line break': 'uploads/xx/stations/a\n.csv',
  'turns the direction of writing (RLO)': 'uploads/xx/stations/a\u202Evsc.csv',
  'isolates a direction (RLI)': 'uploads/xx/stations/a\u2067.csv',
  'has a space of no width': 'uploads/xx/stations/a\u200B.csv',
  'joins without width': 'uploads/xx/stations/a\u200D.csv',
  'has a mark of byte order': 'uploads/xx/stations/\uFEFFa.csv',
  'has half a character': 'uploads/xx/stations/a\uD800.csv',
  'has the other half': 'uploads/xx/stations/\uDC00a.csv',
  'is very long': `uploads/xx/stations/${'a'.repeat(2_000)}.csv`,
  'is of the language': 'uploads/__proto__/election.json',
  'has a twin of another alphabet as the election': 'uploads/\u0445\u0445/election.json',
  'has a twin of full width as the election': 'uploads/\uFF58\uFF58/election.json',
  'has upper case as the election': 'uploads/XX/election.json',
  'has markup': 'uploads/<img src=x>/election.json',
  'has a pattern as the election': 'uploads/*/election.json',
};

test.each(Object.entries(keys))('a key that %s is none that Sailau reads', (_what, key) => {
  expect(parseUploadKey(key)).toBeNull();
});

test('the election of a key is all of its folder, and no more', () => {
  expect(parseUploadKey('uploads/kz-2/election.json')?.election).toBe('kz-2');
  expect(parseUploadKey('uploads/kz/election.json')?.election).toBe('kz');

  console.log(`${Object.keys(keys).length} hostile keys refused`);
});
