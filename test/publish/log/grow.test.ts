import { beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../functions/model/json/json.ts';
import { hashLeaf } from '../../../functions/publish/verify/merkle.ts';
import { verifyConsistency, verifyInclusion } from '../../../functions/publish/verify/proof.ts';
import { proveConsistency, proveInclusion } from '../../../functions/publish/verify/prove.ts';
import { readCheckpoint, verifyCheckpoint } from '../../../functions/publish/verify/signature/note.ts';
import { anElection } from '../../support/builders.ts';
import { memoryStore } from '../../support/memory-store.ts';
import { aFullElection, aProtocol, aSetting, election, north, type Setting } from '../setting.ts';
import { corrected, logIn, logOf } from './published.ts';
import { tilesLeadTo } from './support.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await aFullElection();
  await setting.release();
});
const { read, text, head, entryBytes, entries } = logIn(() => setting);

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
