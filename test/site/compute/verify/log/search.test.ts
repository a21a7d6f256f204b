import { expect, test } from 'vitest';
import { emptyTree, rootOf } from '../../../../../functions/publish/log/tree.ts';
import { logWriter } from '../../../../../functions/publish/log/writer.ts';
import { utf8 } from '../../../../../functions/publish/verify/bytes.ts';
import { loggedText } from '../../../../../functions/publish/verify/entry.ts';
import { mostBundles } from '../../../../../site/compute/verify/log/back.ts';
import { provedInclusion } from '../../../../../site/compute/verify/log/inclusion.ts';
import { findInLog, newestHolds } from '../../../../../site/compute/verify/log/log.ts';

/** A release of 20 areas with 1,000 stations each in two contests; the next corrects the first 5,000 and one more, and takes one out. */
const order = {
  contests: ['list', 'mayor'],
  areas: Array.from({ length: 20 }, (_, area) => `A${(area * 7) % 20}`),
};
const stations = Array.from({ length: 1000 }, (_, number) => `st${number}`).sort();
const places = order.contests.flatMap((contest) =>
  order.areas.flatMap((area) => stations.map((station) => ({ contest, area, station }))),
);
const removed = place(31_000);
const entries = [
  ...places.map((one) => loggedText(protocol(one, 1))),
  releaseEntry('1.0.0', 'aa'),
  ...[...places.slice(0, 5000), place(17_000)].map((one) => loggedText(protocol(one, 2))),
  JSON.stringify({ type: 'removed', ...removed }),
  releaseEntry('1.1.0', 'bb'),
].map(utf8);
const releases = [
  { version: '1.0.0', manifest: 'aa' },
  { version: '1.1.0', manifest: 'bb' },
];
const { files, root } = await logOf(entries);
const head = { origin: 'example.org', size: entries.length, root };

test.each([
  ['the first of all, which is corrected', 0, 40_001, 2],
  ['the last that is corrected', 17_000, 45_001, 2],
  ['one in the middle', 20_123, 20_123, 1],
  ['the last of the first release', 39_999, 39_999, 1],
])('%s is found in a long log by few bundles, and proved', async (_name, number, index, numbers) => {
  const { read, asked } = reading();

  const { entry } = await findInLog(read, head, place(number), releases, async () => order);
  const proof = await provedInclusion(read, head, protocol(place(number), numbers), entry);

  expect(entry?.index).toBe(index);
  expect(proof.path.length).toBeGreaterThan(9);
  expect(bundles(asked)).toBeLessThanOrEqual(mostBundles + 4 * 9);
});

test('one that was taken out is found as that, and not as it was before', async () => {
  const { entry } = await findInLog(reading().read, head, removed, releases, async () => order);

  expect(entry?.of?.type).toBe('removed');
  await expect(provedInclusion(reading().read, head, protocol(removed, 1), entry)).rejects.toMatchObject({
    failure: { code: 'logged-otherwise' },
  });
});

test('one that never was is not found', async () => {
  const unknown = { contest: 'mayor', area: 'A7', station: 'st77777' };

  const { entry } = await findInLog(reading().read, head, unknown, releases, async () => order);

  expect(entry).toBeNull();
});

test('that nothing replaces it is left open where not all after it was read', async () => {
  const { read } = reading();
  const found = await findInLog(read, head, place(20_123), releases, async () => order);

  await expect(newestHolds(read, head, found, { version: '1.1.0', manifest: 'bb' })).rejects.toMatchObject({
    reason: { code: 'not-all-read', unread: found.end.from - 20_124 },
  });
});

test('a log that ends with another release is no log of this one', async () => {
  const { read } = reading();
  const found = await findInLog(read, head, place(17_000), releases, async () => order);

  await expect(newestHolds(read, head, found, { version: '1.1.0', manifest: 'cc' })).rejects.toMatchObject({
    failure: { code: 'other-release' },
  });
});

function place(number: number) {
  const found = places[number];
  if (!found) throw new RangeError(`no place ${number}`);
  return found;
}

function protocol(of: ReturnType<typeof place>, number: number) {
  return { ...of, counts: { cast: number }, votes: {} };
}

function releaseEntry(version: string, manifest: string): string {
  return `{"election":"xx","manifest":"${manifest}","revision":1,"type":"release","version":"${version}"}`;
}

function bundles(asked: readonly string[]): number {
  return new Set(asked.filter((path) => path.startsWith('tile/entries'))).size;
}

async function logOf(all: readonly Uint8Array[]) {
  const files = new Map<string, Uint8Array>();
  const store = {
    read: async (path: string) => files.get(path) ?? null,
    moveCheckpoint: async () => {},
    put: async (path: string, bytes: Uint8Array) => void files.set(path, bytes),
  };
  let head: Parameters<typeof logWriter>[1] = { origin: 'log', tree: emptyTree, entries: [], version: null };
  const writer = logWriter(store, head);
  for (const [index, entry] of all.entries()) {
    await writer.add(entry);
    if (index === 40_000) files.set('checkpoints/1.0.0', utf8(`log\n${index + 1}\n${'A'.repeat(43)}=\n`));
  }
  head = { ...head, ...(await writer.finish()) };
  files.set('checkpoints/1.1.0', utf8(`log\n${all.length}\n${'A'.repeat(43)}=\n`));
  return { files, root: rootOf(head.tree) };
}

function reading() {
  const asked: string[] = [];
  const read = async (path: string) => {
    asked.push(path);
    return files.get(path) ?? null;
  };
  return { read, asked };
}
