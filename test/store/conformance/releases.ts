import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesOf } from '../../support/builders.ts';
import { inPieces, newElection } from './build.ts';
import type { Subject } from './subject.ts';

/** What every keeper of releases promises: a file is written once, and stays. */
export function releaseSuite(subject: () => Subject): void {
  it('writes a file of a release once, and takes the same bytes again', async () => {
    const { releases } = subject().store;
    const election = newElection();
    const text = 'contest,station\n'.repeat(1000);
    const put = () => releases.put(election, '1.0.0', 'allocation/list.json', 'text/csv', inPieces(text));
    const first = await put();
    const second = await put();

    expect(first).toEqual({ bytes: 16_000, sha256: createHash('sha256').update(text).digest('hex') });
    expect(second).toEqual(first);
    expect(await subject().published(`elections/${election}/1.0.0/allocation/list.json`)).toEqual(
      bytesOf(text),
    );
  });

  it('refuses other bytes for a file of a release, and keeps the first', async () => {
    const { releases } = subject().store;
    const election = newElection();
    await releases.put(election, '1.0.0', 'a.csv', 'text/csv', inPieces('first'));
    const second = releases.put(election, '1.0.0', 'a.csv', 'text/csv', [bytesOf('other')]);

    await expect(second).rejects.toMatchObject({ code: 'release-differs' });
    expect(await subject().published(`elections/${election}/1.0.0/a.csv`)).toEqual(bytesOf('first'));
  });

  it('writes an empty file', async () => {
    const election = newElection();

    const stored = await subject().store.releases.put(election, '1.0.0', 'a.csv', 'text/csv', []);

    expect(stored.bytes).toBe(0);
    expect(await subject().published(`elections/${election}/1.0.0/a.csv`)).toEqual(new Uint8Array());
  });

  it('passes on what goes wrong while a file is made, and writes none', async () => {
    const election = newElection();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bytesOf('half');
      throw new RangeError('no more rows');
    }

    const put = subject().store.releases.put(election, '1.0.0', 'a.csv', 'text/csv', broken());

    await expect(put).rejects.toThrow('no more rows');
    expect(await subject().published(`elections/${election}/1.0.0/a.csv`)).toBeNull();
  });

  it('writes a large file in parts, once', async () => {
    const { releases } = subject().store;
    const election = newElection();
    const block = Buffer.alloc(1_000_000, 'Сайлау 2023\n');
    const put = (last: string) => {
      const blocks = [...Array.from({ length: 20 }, () => block), bytesOf(last)];
      return releases.put(election, '1.0.0', 'results.csv', 'text/csv', blocks);
    };
    const first = await put('end');

    expect(first.bytes).toBe(20_000_003);
    expect(await put('end')).toEqual(first);
    await expect(put('END')).rejects.toMatchObject({ code: 'release-differs' });
    expect((await subject().published(`elections/${election}/1.0.0/results.csv`))?.length).toBe(20_000_003);
  });

  it('keeps a part of the explorer as it is, however often it is put', async () => {
    const { releases } = subject().store;
    const path = `assets/${newElection()}-ABCDEFGH.js`;

    await releases.putAsset(path, 'text/javascript; charset=utf-8', bytesOf('one'));
    await releases.putAsset(path, 'text/javascript; charset=utf-8', bytesOf('one'));

    expect(await subject().published(path)).toEqual(bytesOf('one'));
    await expect(
      releases.putAsset(path, 'text/javascript; charset=utf-8', bytesOf('other')),
    ).rejects.toThrow();
  });
}
