import { expect, test } from 'vitest';
import type { PublishedProtocol } from '../../../../cli/verify/station/records.ts';
import { placeOf, readEnd } from '../../../../cli/verify/station/search.ts';
import { emptyTree, rootOf } from '../../../../functions/publish/log/tree.ts';
import { logWriter } from '../../../../functions/publish/log/writer.ts';
import { sameBytes, utf8 } from '../../../../functions/publish/verify/bytes.ts';
import { rootOfEnd } from '../../../../functions/publish/verify/end.ts';
import { areaId, contestId } from '../../../support/builders.ts';

/** Enough entries for three levels of tiles. */
const size = 70_000;
const log = await logOf(Array.from({ length: size }, (_, index) => entryOf('protocol', `s${index}`)));

test.each([
  ['the last entry', size - 1, 1],
  ['an entry of a bundle before it', size - 300, 2],
  ['the first entry after a full tile of the second level', 65_536, 18],
  ['the last entry of that', 65_535, 19],
])('%s is found in the bundles from the end back to it', async (_what, index, bundles) => {
  const { read, asked } = reading(log.files);

  const end = await readEnd(read, size, [protocolOf(`s${index}`)]);

  expect(end.entries.get(placeOf(protocolOf(`s${index}`)))?.index).toBe(index);
  expect(asked.length).toBe(bundles);
  expect(sameBytes(await rootOfEnd(read, end), log.root)).toBe(true);
  expect(asked.length - bundles).toBeLessThanOrEqual(2);
});

test('of several entries the newest counts, also where it takes the protocol out', async () => {
  const { files } = await logOf([
    entryOf('protocol', 's1'),
    entryOf('protocol', 's2'),
    entryOf('removed', 's1'),
    entryOf('protocol', 's3'),
  ]);

  const end = await readEnd(reading(files).read, 4, [protocolOf('s1'), protocolOf('s2')]);

  expect([...end.entries.values()].map(({ index }) => index)).toEqual([2, 1]);
});

test('a protocol that is not in the log has no entry, and all of the log was read', async () => {
  const { files } = await logOf([entryOf('protocol', 's1'), entryOf('protocol', 's2')]);

  const end = await readEnd(reading(files).read, 2, [protocolOf('s9')]);

  expect([end.entries.size, end.from, end.leaves.length]).toEqual([0, 0, 2]);
});

test('of a bundle that was dropped for the full one, which begins with the same, the beginning is read', async () => {
  const entries = Array.from({ length: 256 }, (_, index) => entryOf('protocol', `s${index}`));
  const [early, late] = [await logOf(entries.slice(0, 100)), await logOf(entries)];
  const { read } = reading(late.files);

  const end = await readEnd(read, 100, [protocolOf('s50')]);

  expect(end.entries.get(placeOf(protocolOf('s50')))?.index).toBe(50);
  expect(sameBytes(await rootOfEnd(read, end), early.root)).toBe(true);
});

test.each([
  ['no JSON', utf8('{')],
  ['of another type', utf8('{"type":"other"}')],
  ['no object', utf8('[]')],
])('an entry that is %s might replace the protocol, and is named', async (_what, entry) => {
  const { files } = await logOf([entryOf('protocol', 's1'), entry]);

  await expect(readEnd(reading(files).read, 2, [protocolOf('s1')])).rejects.toThrow(
    'log/tile/entries/000 entry 2: expected an entry of a protocol or a release',
  );
});

test('a log shorter than its head says is named by the bundle that is missing', async () => {
  const { files } = await logOf([entryOf('protocol', 's1')]);

  await expect(readEnd(reading(files).read, 2, [protocolOf('s1')])).rejects.toThrow(
    'log/tile/entries/000.p/2: expected a bundle of 2 entries, found no such file',
  );
});

function protocolOf(station: string): PublishedProtocol {
  const place = { contest: contestId('list'), area: areaId('N'), station };
  return { ...place, counts: {}, votes: {}, sources: [], uploads: [] };
}

function entryOf(type: string, station: string): Uint8Array {
  return utf8(JSON.stringify({ type, contest: 'list', area: 'N', station }));
}

async function logOf(entries: readonly Uint8Array[]) {
  const files = new Map<string, Uint8Array>();
  const store = {
    read: async (path: string) => files.get(path) ?? null,
    moveCheckpoint: async () => {},
    put: async (path: string, bytes: Uint8Array) => void files.set(path, bytes),
  };
  const writer = logWriter(store, { origin: 'log', tree: emptyTree, entries: [], version: null });
  for (const entry of entries) await writer.add(entry);
  const { tree } = await writer.finish();
  return { files, root: rootOf(tree) };
}

function reading(files: ReadonlyMap<string, Uint8Array>) {
  const asked: string[] = [];
  const read = async (path: string) => {
    asked.push(path);
    return files.get(path) ?? null;
  };
  return { read, asked };
}
