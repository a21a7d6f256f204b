import { describe, expect, test } from 'vitest';
import { emptyRoot, hashLeaf } from '../../../functions/publish/verify/merkle.ts';
import {
  type Consistency,
  type Inclusion,
  verifyConsistency,
  verifyInclusion,
} from '../../../functions/publish/verify/proof.ts';
import { consistencyProofs, emptyTree, inclusionProofs, leaves, roots } from './rfc6962.ts';

const none = new Uint8Array();
const other = new Uint8Array(32).fill(0xab);
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no vector ${index}`);
  return found;
};

test('the root of no leaves is the hash of nothing', () => {
  expect(emptyRoot()).toEqual(emptyTree);
});

describe.each(inclusionProofs)('inclusion of leaf $first in $size leaves', ({ first, size, proof }) => {
  const claim: Inclusion = {
    index: first,
    size,
    leafHash: hashLeaf(at(leaves, first)),
    root: at(roots, size - 1),
  };

  test('holds', () => {
    expect(verifyInclusion(claim, proof)).toBe(true);
  });

  test.each<[string, Partial<Inclusion>]>([
    ['another leaf', { leafHash: other }],
    ['a leaf hash of another length', { leafHash: none }],
    ['the next index', { index: first + 1 }],
    ['the index before', { index: first - 1 }],
    ['a tree twice as large', { size: size * 2 }],
    ['a tree half as large', { size: Math.floor(size / 2) }],
    ['no whole number', { index: first + 0.5 }],
    ['a size beyond exact numbers', { size: 2 ** 60 }],
    ['another root', { root: other }],
    ['the root of nothing', { root: emptyTree }],
  ])('fails for %s', (_, change) => {
    expect(verifyInclusion({ ...claim, ...change }, proof)).toBe(false);
  });

  test('fails for any change of the proof', () => {
    expect(corruptions(proof, claim.root).filter((wrong) => verifyInclusion(claim, wrong))).toEqual([]);
  });
});

describe.each(consistencyProofs)('consistency of $first and $size leaves', ({ first, size, proof }) => {
  const claim: Consistency = {
    first: { size: first, root: at(roots, first - 1) },
    second: { size, root: at(roots, size - 1) },
  };

  test('holds', () => {
    expect(verifyConsistency(claim, proof)).toBe(true);
  });

  test.each<[string, Consistency]>([
    ['a first tree of one leaf more', { ...claim, first: { ...claim.first, size: first + 1 } }],
    ['a second tree twice as large', { ...claim, second: { ...claim.second, size: size * 2 } }],
    ['another first root', { ...claim, first: { ...claim.first, root: other } }],
    ['another second root', { ...claim, second: { ...claim.second, root: other } }],
  ])('fails for %s', (_, wrong) => {
    expect(verifyConsistency(wrong, proof)).toBe(false);
  });

  test('fails for any change of the proof', () => {
    const wrong = [...corruptions(proof, claim.first.root), ...corruptions(proof, claim.second.root)];

    expect(wrong.filter((one) => verifyConsistency(claim, one))).toEqual([]);
  });
});

test('an empty tree is the beginning of every tree, and no tree that of a shorter one', () => {
  const empty = { size: 0, root: emptyTree };
  const eight = { size: 8, root: at(roots, 7) };

  expect(verifyConsistency({ first: empty, second: eight }, [])).toBe(true);
  expect(verifyConsistency({ first: empty, second: empty }, [])).toBe(true);
  expect(verifyConsistency({ first: empty, second: eight }, [other])).toBe(false);
  expect(verifyConsistency({ first: eight, second: empty }, [])).toBe(false);
});

/** The proof with something before, behind, taken away, or one bit changed in each of its hashes. */
function corruptions(proof: readonly Uint8Array[], root: Uint8Array): Uint8Array[][] {
  return [
    [...proof, none],
    [...proof, root],
    [none, ...proof],
    [root, ...proof],
    ...(proof.length > 0 ? [proof.slice(0, -1), proof.slice(1)] : []),
    ...proof.map((_, place) =>
      proof.map((hash, index) =>
        index === place ? hash.map((byte, i) => (i === 0 ? byte ^ 8 : byte)) : hash,
      ),
    ),
  ];
}
