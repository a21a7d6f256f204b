import { expect, it } from 'vitest';
import { memoryStore } from '../support/memory-store.ts';
import { aLatest, entryAfter, newElection } from './conformance/build.ts';

it('lets the next call fail, and only that', async () => {
  const store = memoryStore();
  const entry = entryAfter([], newElection());
  store.failNext('ledger.append');

  await expect(store.ledger.append(entry)).rejects.toThrow('ledger.append');
  expect(await store.ledger.append(entry)).toBe(true);
  expect(store.calls('ledger.append')).toBe(2);
});

it('lets a reply be lost after the work was done', async () => {
  const store = memoryStore();
  const entry = entryAfter([], newElection());
  store.failAfterNext('ledger.append');

  await expect(store.ledger.append(entry)).rejects.toThrow();
  expect(await store.ledger.read(entry.election)).toEqual([entry]);
});

it('lets another writer come first', async () => {
  const store = memoryStore();
  const election = newElection();
  store.beforeNext('ledger.append', async () => {
    await store.ledger.append(entryAfter([], election, '9.0.0'));
  });

  expect(await store.ledger.append(entryAfter([], election))).toBe(false);
});

it('shows what was published, as text and pointers', async () => {
  const store = memoryStore();
  await store.releases.moveLatest(aLatest(newElection(), '1.0.0', 1));
  await store.releases.rebuildRoot(
    ['feed.xml'],
    async (all) => new Map([['feed.xml', { mediaType: 'application/atom+xml', text: String(all.length) }]]),
  );

  expect([...store.files().keys()].toSorted().at(-1)).toBe('feed.xml');
  expect(store.mediaType('feed.xml')).toBe('application/atom+xml');
});
