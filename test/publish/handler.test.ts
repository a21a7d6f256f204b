import { expect, test } from 'vitest';
import { createHandler } from '../../functions/publish/handler.ts';
import { StoreError } from '../../functions/store/store.ts';
import { aFullElection, aProtocol, election, type Setting, south } from './setting.ts';

const certified = { status: 'certified', by: 'Commission', at: '2024-03-15', reason: 'Protocol 7' } as const;

test('a publisher that dies at any file is followed by one that finishes with the same bytes', async () => {
  const undisturbed = await aFullElection();
  await undisturbed.release();
  const whole = releaseFiles(undisturbed);
  const puts = undisturbed.store.calls('releases.put');
  expect(puts).toBe(Object.keys(whole).length);
  expect(puts).toBeGreaterThan(15);

  for (const when of ['failNext', 'failAfterNext'] as const)
    for (let file = 0; file < puts; file += 1) {
      const setting = await aFullElection();
      const revision = await setting.allocate();
      failPut(setting, file, when);
      await expect(setting.publish(revision)).rejects.toThrow('the connection was lost');

      const result = await setting.publish(revision, '9.9.9');

      expect(result).toMatchObject({ outcome: 'covered', election, version: '1.0.0' });
      expect(releaseFiles(setting), `${when} ${file}`).toEqual(whole);
    }
});

test.each([
  'ledger.append',
  'releases.moveLatest',
  'releases.moveIndex',
  'releases.rebuildPages',
  'releases.rebuildRoot',
  'releases.rebuildIndex',
] as const)('after a crash in %s the next run ends well', async (point) => {
  for (const when of ['failNext', 'failAfterNext'] as const) {
    const setting = await aFullElection();
    const revision = await setting.allocate();
    setting.store[when](point);
    await expect(setting.publish(revision)).rejects.toThrow('the connection was lost');

    await setting.publish(revision);

    expect(await entries(setting, 'publishing')).toBe(1);
    expect(await entries(setting, 'published')).toBe(1);
    expect(JSON.parse(setting.read('latest.json')).version).toBe('1.0.0');
    expect(JSON.parse(setting.read('index.json')).entries).toMatchObject(
      ['latest.json', 'versions.json', 'log/checkpoint', '1.0.0/'].map((name) => ({ name })),
    );
    for (const key of ['catalog.json', 'elections/index.json'])
      expect(new TextDecoder().decode(setting.store.files().get(key))).toContain('xx-2024');
  }
});

test('two publishers of one revision at once end in one release', async () => {
  const setting = await aFullElection();
  const revision = await setting.allocate();

  const results = await Promise.all([
    setting.publish(revision),
    setting.publish(revision),
    setting.publish(revision),
  ]);

  expect(results.map((result) => 'version' in result && result.version)).toEqual(['1.0.0', '1.0.0', '1.0.0']);
  expect(await entries(setting, 'publishing')).toBe(1);
  expect(await entries(setting, 'published')).toBe(1);
});

test('finishes a release that was begun before new data came, then publishes the new data', async () => {
  const setting = await aFullElection();
  const revision = await setting.allocate();
  failPut(setting, 3, 'failNext');
  await expect(setting.publish(revision)).rejects.toThrow();
  await setting.accept('results/list/south.csv', {
    kind: 'results',
    protocols: [aProtocol('S', 'st4', { A: 1, B: 1, C: 1, 'against-all': 1 })],
  });

  const result = await setting.release();

  expect(result).toMatchObject({ outcome: 'published', version: '1.0.1' });
  expect(setting.read('1.0.0/results.csv')).toContain('list,S,st4,votes,A,150,');
  expect(setting.read('1.0.1/results.csv')).toContain('list,S,st4,votes,A,1,');
});

test('an upload that is accepted while a release is written does not enter it', async () => {
  const setting = await aFullElection();
  const revision = await setting.allocate();
  setting.store.beforeNext('releases.put', () =>
    setting.accept('results/list/south.csv', { kind: 'results', protocols: south.slice(1) }),
  );

  await setting.publish(revision);

  expect(setting.read('1.0.0/results.csv')).toContain('st4');
  expect(await entries(setting, 'published')).toBe(1);
});

test('a revision that an earlier release holds is covered, and pointer and catalog are looked after', async () => {
  const setting = await aFullElection();
  const revision = await setting.allocate();
  setting.store.failNext('releases.moveLatest');
  await expect(setting.publish(revision)).rejects.toThrow();

  expect(await setting.publish(revision - 1)).toMatchObject({ outcome: 'covered', version: '1.0.0' });
  expect(JSON.parse(setting.read('latest.json')).version).toBe('1.0.0');
});

test('a revision that has not been allocated promises nothing and asks to be tried again', async () => {
  const setting = await aFullElection();

  await expect(setting.publish(6)).rejects.toMatchObject({ name: 'LedgerBusy', code: 'not-allocated' });
  expect(await entries(setting, 'publishing')).toBe(0);
});

test('gives up a half release that other code has begun, and takes the next version', async () => {
  const setting = await aFullElection();
  const revision = await setting.allocate();
  failPut(setting, 5, 'failNext');
  await expect(setting.publish(revision)).rejects.toThrow();
  setting.store.failNext('releases.put', new StoreError('release-differs', 'other bytes'));

  expect(await setting.publish(revision)).toMatchObject({ version: '1.0.1' });
  expect(setting.store.files().has(`elections/${election}/1.0.0/manifest.json`)).toBe(false);
  expect(JSON.parse(setting.read('1.0.1/manifest.json')).previous).toBeNull();
});

test('does not wait for itself when it has taken the next version', async () => {
  const setting = await aFullElection();
  const revision = await setting.allocate();
  failPut(setting, 5, 'failNext');
  await expect(setting.publish(revision)).rejects.toThrow();
  setting.store.failNext('releases.put', new StoreError('release-differs', 'other bytes'));
  const later = { codeVersion: '0.1.0', now: () => '2025-01-01T00:00:00Z', site: null };

  const result = await createHandler(setting.store, later)({ election, revision });

  expect(result).toMatchObject({ outcome: 'published', election, version: '1.0.1' });
});

test.each([
  { election: '../etc', revision: 1 },
  { election, revision: 0 },
  { election, revision: 1.5 },
])('refuses the event %j', async (event) => {
  const { store } = await aFullElection();

  await expect(
    createHandler(store, { codeVersion: '1', now: () => '', site: null })(event),
  ).rejects.toMatchObject({
    code: 'event-invalid',
  });
});

test('publishes a change of status as a patch', async () => {
  const setting = await aFullElection();
  await setting.release();
  await setting.setStatus(certified);

  expect(await setting.release()).toMatchObject({ outcome: 'published', version: '1.0.1' });
});

function failPut({ store }: Setting, file: number, when: 'failNext' | 'failAfterNext'): void {
  const before = (left: number): void =>
    left === 0 ? store[when]('releases.put') : store.beforeNext('releases.put', () => before(left - 1));
  // A plan made within a call would still apply to that call when it is to fail after its work.
  if (when === 'failAfterNext' && file > 0) store.beforeNext('releases.put', () => undefined);
  before(file);
}

/** The files of all releases by key, without what points to them. */
function releaseFiles({ store }: Setting): Record<string, string> {
  const files = [...store.files()].filter(([key]) => /\/\d+\.\d+\.\d+\//.test(key));
  return Object.fromEntries(files.map(([key, bytes]) => [key, Buffer.from(bytes).toString()]).sort());
}

async function entries({ store }: Setting, type: string): Promise<number> {
  return (await store.ledger.read(election)).filter((entry) => entry.type === type).length;
}

test('waits for its turn while another publisher is at work, and finds its revision published', async () => {
  const setting = await aFullElection();
  const revision = await setting.allocate();
  const publisher = createHandler(setting.store, {
    codeVersion: '0.1.0',
    now: () => '2024-03-12T00:00:00Z',
    site: null,
  });
  let second: Promise<unknown> = Promise.resolve();
  setting.store.beforeNext('releases.put', async () => {
    second = publisher({ election, revision }).catch((error: unknown) => error);
    await second;
  });

  const first = await publisher({ election, revision });

  expect(first).toMatchObject({ outcome: 'published', version: '1.0.0' });
  expect(await second).toMatchObject({ name: 'ReleaseBusy' });
  expect(await publisher({ election, revision })).toMatchObject({ outcome: 'covered', version: '1.0.0' });
});

test('publishes the newest revision that is allocated, so that those before need no release of their own', async () => {
  const setting = await aFullElection();
  const earlier = await setting.allocate();
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south.slice(1) });
  const newest = await setting.allocate();

  await setting.publish(earlier);

  expect(JSON.parse(setting.read('latest.json')).revision).toBe(newest);
  expect(await setting.publish(newest)).toMatchObject({ outcome: 'covered', version: '1.0.0' });
});
