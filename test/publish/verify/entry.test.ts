import { expect, test } from 'vitest';
import { loggedText } from '../../../functions/publish/verify/entry.ts';
import { longestEntry } from '../../../functions/publish/verify/tiles.ts';
import { sha256 } from '../../../functions/publish/write/hash.ts';

const place = { contest: 'list', area: 'N', station: 'st1' };
const withVotes = { ...place, votes: { B: 1, A: 2 } };

test('a protocol is logged whole, as canonical JSON', () => {
  expect(loggedText(withVotes)).toBe(
    '{"area":"N","contest":"list","station":"st1","type":"protocol","votes":{"A":2,"B":1}}',
  );
});

test('one that is too long for a bundle stands for itself by its hash', () => {
  const long = { ...place, sources: ['x'.repeat(longestEntry)] };
  const whole = `{"area":"N","contest":"list","sources":["${'x'.repeat(longestEntry)}"],"station":"st1","type":"protocol"}`;

  expect(JSON.parse(loggedText(long))).toEqual({ type: 'protocol', ...place, sha256: sha256(whole) });
});
