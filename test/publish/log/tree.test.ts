import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTree, rootOf } from '../../../functions/publish/log/tree.ts';
import { hashLeaf } from '../../../functions/publish/verify/merkle.ts';
import { verifyConsistency, verifyInclusion } from '../../../functions/publish/verify/proof.ts';
import { LogUnreadable, proveConsistency, proveInclusion } from '../../../functions/publish/verify/prove.ts';
import {
  bundleOf,
  bundlePath,
  readBundle,
  readTile,
  tilePath,
} from '../../../functions/publish/verify/tiles.ts';
import { emptyTree, leaves, roots } from '../verify/rfc6962.ts';
import { entriesOf, grown, merkleTreeHash, reader, tilesLeadTo } from './support.ts';

// The largest tree of the properties: three levels would need 65,536 leaves, which one test below has.
const entries = entriesOf(1500);
const size = fc.integer({ min: 1, max: entries.length });

test('the roots are those of RFC 6962', () => {
  expect(rootOf(grown([]).tree)).toEqual(emptyTree);
  expect(leaves.map((_, index) => rootOf(grown(leaves.slice(0, index + 1)).tree))).toEqual(roots);
});

describe('a tree of any size', () => {
  test('has the root that the definition gives, from its edge and from its tiles', async () => {
    await fc.assert(
      fc.asyncProperty(size, async (count) => {
        const { tree, files } = grown(entries.slice(0, count));
        const root = merkleTreeHash(entries.slice(0, count).map(hashLeaf));

        expect(rootOf(tree)).toEqual(root);
        expect(await tilesLeadTo(root, reader(files), entries.slice(0, count))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('proves each of its leaves, and no other', async () => {
    const { tree, files } = grown(entries);
    const [read, root] = [reader(files), rootOf(tree)];
    await fc.assert(
      fc.asyncProperty(fc.nat(entries.length - 1), fc.nat(entries.length - 1), async (index, elsewhere) => {
        const proof = await proveInclusion(read, index, entries.length);
        const leafHash = hashLeaf(entries[elsewhere] ?? new Uint8Array());
        const claim = { index, size: entries.length, leafHash, root };

        expect(verifyInclusion(claim, proof)).toBe(index === elsewhere);
      }),
      {
        examples: [
          [0, 0],
          [1499, 1499],
          [1023, 1023],
          [1024, 1024],
        ],
        numRuns: 60,
      },
    );
  });

  test('proves that it begins as it stood before', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, async (a, b) => {
        const [before, after] = [Math.min(a, b), Math.max(a, b)];
        const { tree, files } = grown(entries.slice(0, after));
        const first = { size: before, root: rootOf(grown(entries.slice(0, before)).tree) };
        const second = { size: after, root: rootOf(tree) };

        const proof = await proveConsistency(reader(files), before, after);

        expect(verifyConsistency({ first, second }, proof)).toBe(true);
        const forged = { ...first, root: first.root.map((byte) => byte ^ 1) };
        expect(verifyConsistency({ first: forged, second }, proof)).toBe(false);
      }),
      {
        examples: [
          [256, 512],
          [1, 1500],
          [256, 257],
          [1024, 1500],
        ],
        numRuns: 25,
      },
    );
  });

  test('goes on from its stored tiles as if it had never stopped', async () => {
    await fc.assert(
      fc.asyncProperty(size, async (count) => {
        const { tree, files } = grown(entries.slice(0, count));
        const read = reader(files);

        const loaded = await loadTree(count, async (path, width) => {
          const bytes = await read(path);
          return bytes && readTile(bytes, width);
        });

        expect(loaded && rootOf(loaded)).toEqual(rootOf(tree));
        expect(loaded?.edge.map((row) => row.length)).toEqual(tree.edge.map((row) => row.length));
      }),
      { examples: [[256], [255], [1280]], numRuns: 20 },
    );
  });
});

test('a tree of 70,000 leaves has the tiles of the specification', async () => {
  const { tree, files } = grown(entriesOf(70_000));
  const paths = files.map(({ path }) => path);

  expect(paths.filter((path) => /^tile\/0\/\d{3}$/.test(path))).toHaveLength(273);
  expect(paths.filter((path) => !/^tile\/0\/\d{3}$/.test(path))).toEqual([
    'tile/1/000',
    'tile/0/273.p/112',
    'tile/1/001.p/17',
    'tile/2/000.p/1',
  ]);
  expect(files.every(({ bytes, path }) => path.includes('.p/') || bytes.length === 8192)).toBe(true);
  expect(await tilesLeadTo(rootOf(tree), reader(files), entriesOf(70_000))).toBe(true);
});

test('a tree of 256 leaves has a full tile and the one above it', () => {
  expect(grown(entriesOf(256)).files.map(({ path }) => path)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
});

test('a partial tile that is gone is read from the full one', async () => {
  const { tree } = grown(entries.slice(0, 300));
  const { files } = grown(entries.slice(0, 600));
  const read = reader(
    files
      .filter(({ path }) => !path.startsWith('tile/1/'))
      .concat(grown(entries.slice(0, 300)).files.filter(({ path }) => path.startsWith('tile/1/'))),
  );

  expect(await tilesLeadTo(rootOf(tree), read, entries.slice(0, 300))).toBe(true);
});

test('tiles that are missing or too short are named', async () => {
  const { files } = grown(entries.slice(0, 300));
  const without = reader(files.filter(({ path }) => path !== 'tile/0/001.p/44'));
  const cut = reader(files.map(({ path, bytes }) => ({ path, bytes: bytes.slice(1) })));

  await expect(proveInclusion(without, 299, 300)).rejects.toThrow(LogUnreadable);
  await expect(proveInclusion(without, 299, 300)).rejects.toThrow('tile/0/001.p/44 of the log is missing');
  await expect(proveInclusion(cut, 3, 300)).rejects.toThrow('does not hold 256 hashes');
  await expect(proveInclusion(cut, 300, 300)).rejects.toThrow(RangeError);
});

test('paths are those of the specification', () => {
  expect(tilePath(0, 1_234_067, 256)).toBe('tile/0/x001/x234/067');
  expect(tilePath(5, 0, 1)).toBe('tile/5/000.p/1');
  expect(bundlePath(1_000, 112)).toBe('tile/entries/x001/000.p/112');
});

test('a bundle gives back its entries, and refuses what is none', () => {
  const three = [new Uint8Array(), new Uint8Array(65_535).fill(7), Uint8Array.of(1, 2)];
  const bytes = bundleOf(three);

  expect(readBundle(bytes, 3)).toEqual(three);
  expect(readBundle(bytes, 2)).toBeNull();
  expect(readBundle(bytes, 4)).toBeNull();
  expect(readBundle(bytes.slice(0, -1), 3)).toBeNull();
  expect(() => bundleOf([new Uint8Array(65_536)])).toThrow(RangeError);
});
