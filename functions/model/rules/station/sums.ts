import { add, type Exact, equal } from '../exact.ts';
import type { Figures } from '../figures.ts';
import type { StationRule } from './rule.ts';

/** The sums that a protocol states twice: once as its parts, once as a whole. */
export const sumRules: readonly StationRule[] = [
  votesInvalidCast,
  votesValid,
  validInvalidCast,
  receivedIssuedUnused,
];

/** Too many is certain at once; too few only when every part of the sum is stated. Blank ballots are a part only where they are counted apart. */
function votesInvalidCast({ counts, votes, complete }: Figures): ReturnType<StationRule> {
  const { cast, invalid, blank } = counts;
  if (votes === null || cast === undefined) return null;
  const sum = withBlankAndInvalid(votes, counts);
  const tooFew = complete && invalid !== undefined && sum < cast;
  if (sum <= cast && !tooFew) return null;
  const data = { votes: `${votes}`, blank: blank ?? '—', invalid: invalid ?? '—', sum: `${sum}`, cast };
  return { code: 'votes-invalid-cast', data };
}

function votesValid({ counts: { valid }, votes, complete, byOption }: Figures): ReturnType<StationRule> {
  if (!byOption || votes === null || valid === undefined) return null;
  if (equal(votes, valid) || (votes < valid && !complete)) return null;
  return { code: 'votes-valid', data: { votes: `${votes}`, valid } };
}

/** Where the votes make up the valid ballots, or are all there is, `votesInvalidCast` says the same. */
function validInvalidCast({ counts, votes, byOption }: Figures): ReturnType<StationRule> {
  const { valid, invalid, blank, cast } = counts;
  if (!byOption || votes === null || valid === undefined || invalid === undefined || cast === undefined)
    return null;
  const sum = withBlankAndInvalid(valid, counts);
  if (equal(sum, cast) || equal(votes, valid)) return null;
  return { code: 'valid-invalid-cast', data: { valid, blank: blank ?? '—', invalid, sum: `${sum}`, cast } };
}

function receivedIssuedUnused({ counts: { received, issued, unused } }: Figures): ReturnType<StationRule> {
  if (received === undefined || issued === undefined || unused === undefined) return null;
  const sum = add(issued, unused);
  if (equal(sum, received)) return null;
  return { code: 'received-issued-unused', data: { issued, unused, sum: `${sum}`, received } };
}

/** All ballots of the boxes: those with a vote, the blank and the invalid ones, as far as they are stated. */
function withBlankAndInvalid(votes: Exact, { blank = 0, invalid = 0 }: Figures['counts']): Exact {
  return add(add(votes, blank), invalid);
}
