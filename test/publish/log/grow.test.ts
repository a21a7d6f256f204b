import { beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../functions/model/json.ts';
import { hashLeaf } from '../../../functions/publish/verify/merkle.ts';
import { type Checkpoint, readCheckpoint, verifyCheckpoint } from '../../../functions/publish/verify/note.ts';
import { verifyConsistency, verifyInclusion } from '../../../functions/publish/verify/proof.ts';
import { proveConsistency, proveInclusion, type ReadLog } from '../../../functions/publish/verify/prove.ts';
import { bundlePath, readBundle, tileWidth, widthAt } from '../../../functions/publish/verify/tiles.ts';
import { anElection } from '../../support/builders.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { signerOf } from '../../support/signer.ts';
import { aFullElection, aProtocol, aSetting, election, north, type Setting } from '../setting.ts';
import { tilesLeadTo } from './support.ts';

const folder = `elections/${election}/log/`;
const corrected = [
  aProtocol('N1', 'st2', {
    registered: 800,
    cast: 500,
    invalid: 10,
    A: 201,
    B: 199,
    C: 60,
    'against-all': 30,
  }),
  ...north.slice(1),
];

let setting: Setting;
beforeEach(async () => {
  setting = await aFullElection();
  await setting.release();
});

describe('the log of the first release', () => {
  test('is named after the installation, signed, and ends with the manifest of the release', async () => {
    const head = await verifyCheckpoint(text('checkpoint'), await setting.store.signer.publicKey());
    const published = (await setting.store.ledger.read(election)).findLast(
      ({ type }) => type === 'published',
    );

    expect(head).toMatchObject({ holds: true, origin: `example.org/elections/${election}/log`, size: 5 });
    expect((await entries()).at(-1)).toEqual({
      type: 'release',
      election,
      version: '1.0.0',
      revision: 6,
      manifest: published?.type === 'published' ? published.manifest : '',
    });
  });

  test('holds every protocol as results.json shows it', async () => {
    const { protocols } = JSON.parse(setting.read('1.0.0/results.json'));

    expect((await entries()).slice(0, -1)).toEqual(
      protocols.map((protocol: object) => ({ type: 'protocol', ...protocol })),
    );
  });

  test('proves the record of a station from what was published', async () => {
    const { size, root } = head();
    const { protocols } = JSON.parse(setting.read('1.0.0/results.json'));
    const record = { type: 'protocol', ...protocols[2] };
    const leafHash = hashLeaf(new TextEncoder().encode(canonicalJson(record)));
    const proof = await proveInclusion(read, 2, size);

    expect(verifyInclusion({ index: 2, size, leafHash, root }, proof)).toBe(true);
    const other = hashLeaf(new TextEncoder().encode(canonicalJson({ ...record, station: 'st9' })));
    expect(verifyInclusion({ index: 2, size, leafHash: other, root }, proof)).toBe(false);
  });
});

describe('a correction', () => {
  test('adds what it has changed, and keeps what was there', async () => {
    const before = { files: logOf(setting), head: head() };
    await setting.accept('results/list/north.csv', { kind: 'results', protocols: corrected });
    await setting.release();

    const added = (await entries()).slice(before.head.size);
    expect(added).toMatchObject([
      { type: 'protocol', station: 'st2', votes: { A: 201, B: 199 } },
      { type: 'release', version: '1.0.1' },
    ]);
    const proof = await proveConsistency(read, before.head.size, head().size);
    expect(verifyConsistency({ first: before.head, second: head() }, proof)).toBe(true);
    for (const [path, bytes] of before.files)
      if (path !== 'checkpoint') expect(logOf(setting).get(path), path).toEqual(bytes);
    expect(readCheckpoint(text('checkpoints/1.0.0'))).toEqual(before.head);
    expect(text('checkpoints/1.0.1')).toBe(text('checkpoint'));
  });

  test('that takes a protocol out says so', async () => {
    await setting.accept('results/list/north.csv', { kind: 'results', protocols: north.slice(1) });
    await setting.release();

    expect((await entries()).slice(5)).toMatchObject([
      { type: 'removed', contest: 'list', area: 'N1', station: 'st2' },
      { type: 'release' },
    ]);
  });

  test('of another kind of file adds its release alone', async () => {
    await setting.accept('turnout/day.csv', { kind: 'turnout', turnout: [] });
    await setting.release();

    expect((await entries()).slice(5)).toMatchObject([{ type: 'release' }]);
  });
});

describe('whoever finishes the log writes the same bytes', () => {
  test.each(['logs.read', 'logs.put', 'logs.moveCheckpoint'] as const)(
    'after a crash in any %s',
    async (point) => {
      const calls = setting.store.calls(point);
      for (let nth = 1; nth <= calls; nth += 1) {
        const other = await aFullElection();
        const revision = await other.allocate();
        let left = nth;
        const count = () => {
          left -= 1;
          if (left === 0) throw new Error('the process died');
          other.store.beforeNext(point, count);
        };
        other.store.beforeNext(point, count);

        await expect(other.publish(revision)).rejects.toThrow('the process died');
        await other.publish(revision);

        expect(logOf(other)).toEqual(logOf(setting));
      }
    },
  );

  test('or after a reply that was lost', async () => {
    const other = await aFullElection();
    const revision = await other.allocate();
    other.store.failAfterNext('logs.moveCheckpoint');

    await expect(other.publish(revision)).rejects.toThrow('connection was lost');
    await other.publish(revision);

    expect(logOf(other)).toEqual(logOf(setting));
  });

  test('or does so at the same time', async () => {
    const other = await aFullElection();
    const revision = await other.allocate();
    await other.publish(revision);
    const paths = [...other.store.files().keys()].length;

    await Promise.all([other.publish(revision), other.publish(revision), other.publish(revision)]);

    expect([...other.store.files().keys()]).toHaveLength(paths);
    expect(logOf(other)).toEqual(logOf(setting));
  });
});

describe('what somebody has done to the bucket', () => {
  test.each([
    ['a checkpoint that is none', 'hello'],
    ['a checkpoint by another key', `x/log\n9\n${'A'.repeat(43)}=\n\n— x/log ${'A'.repeat(90)}==\n`],
  ])('%s is written anew', async (_, garbage) => {
    const before = logOf(setting);
    await putCheckpoint(garbage);

    await setting.publish(6);

    expect(logOf(setting)).toEqual(before);
  });

  test('a tile with other bytes is not written over, and nothing is announced', async () => {
    const other = await aFullElection();
    const files = other.store.logs.open(election);
    await files.put('tile/0/000.p/5', new Uint8Array(5 * 32));

    await expect(other.release()).rejects.toMatchObject({ code: 'release-differs' });

    expect(logOf(other).has('checkpoint')).toBe(false);
    expect(other.store.files().has(`elections/${election}/latest.json`)).toBe(false);
  });

  test('an older checkpoint put back is moved on', async () => {
    const old = text('checkpoint');
    await setting.accept('results/list/north.csv', { kind: 'results', protocols: corrected });
    await setting.release();
    const before = logOf(setting);
    await putCheckpoint(old);

    await setting.publish((await setting.store.ledger.read(election)).length);

    expect(logOf(setting)).toEqual(before);
  });
});

test('a change of keys signs the log again, and leaves the older checkpoints to the older key', async () => {
  const before = logOf(setting);
  const next = { ...setting.store, signer: signerOf(2) };

  await aSetting(next).publish(6);

  const after = logOf(setting);
  const [oldKey, newKey] = [await setting.store.signer.publicKey(), await next.signer.publicKey()];
  expect(await verifyCheckpoint(text('checkpoint'), newKey)).toMatchObject({ holds: true, size: 5 });
  expect(await verifyCheckpoint(text('checkpoint'), oldKey)).toMatchObject({ holds: false });
  expect(await verifyCheckpoint(text('checkpoints/1.0.0'), oldKey)).toMatchObject({ holds: true });
  expect([...after].filter(([path]) => path !== 'checkpoint')).toEqual(
    [...before].filter(([path]) => path !== 'checkpoint'),
  );
});

test('a log of many tiles grows over releases as in one, and every entry is in its tile', async () => {
  const stations = Array.from({ length: 700 }, (_, index) =>
    aProtocol('N1', `s${1000 + index}`, { A: index }),
  );
  setting = aSetting(memoryStore());
  await setting.accept('election.json', { kind: 'definition', definition: anElection() });
  for (const count of [255, 256, 512, 700]) {
    await setting.accept('results/list/all.csv', { kind: 'results', protocols: stations.slice(0, count) });
    await setting.release();

    expect(await tilesLeadTo(head().root, read, await entryBytes())).toBe(true);
  }

  const { size, root } = head();
  expect(size).toBe(700 + 4);
  const all = await entryBytes();
  for (const index of [0, 254, 255, 256, 511, 512, 600, 703]) {
    const leafHash = hashLeaf(all[index] ?? new Uint8Array());
    expect(verifyInclusion({ index, size, leafHash, root }, await proveInclusion(read, index, size))).toBe(
      true,
    );
  }
});

function logOf({ store }: Setting): Map<string, Uint8Array> {
  return new Map(
    [...store.files()]
      .filter(([key]) => key.startsWith(folder))
      .map(([key, bytes]) => [key.slice(folder.length), bytes] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const read: ReadLog = async (path) => logOf(setting).get(path) ?? null;

function text(path: string): string {
  return new TextDecoder().decode(logOf(setting).get(path));
}

function head(): Checkpoint {
  const checkpoint = readCheckpoint(text('checkpoint'));
  if (!checkpoint) throw new Error('the log has no checkpoint');
  return checkpoint;
}

async function putCheckpoint(content: string): Promise<void> {
  await setting.store.logs.open(election).moveCheckpoint(content, async () => false);
}

async function entryBytes(): Promise<Uint8Array[]> {
  const { size } = head();
  const files = logOf(setting);
  return Array.from({ length: Math.ceil(size / tileWidth) }, (_, index) => {
    const width = widthAt(0, index, size);
    return readBundle(files.get(bundlePath(index, width)) ?? new Uint8Array(), width) ?? [];
  }).flat();
}

async function entries(): Promise<object[]> {
  return (await entryBytes()).map((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
}
