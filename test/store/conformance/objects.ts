import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesOf } from '../../support/builders.ts';
import {
  aLatest,
  aListOfReleases,
  aReport,
  aWithdrawal,
  entryAfter,
  inPieces,
  newElection,
  reportFiles,
} from './build.ts';
import type { Subject } from './subject.ts';

/** What every keeper of uploads, releases and pointers promises. */
export function objectSuite(subject: () => Subject): void {
  it('opens the version of an upload that was asked for', async () => {
    const election = newElection();
    const key = `uploads/${election}/results/list/Алматы қаласы.csv`;
    const first = await subject().upload(key, 'first');
    await subject().upload(key, 'second, and longer');

    expect(await read(subject(), key, first)).toEqual({ bytes: 5, text: 'first' });
    expect(await read(subject(), key, null)).toEqual({ bytes: 18, text: 'second, and longer' });
  });

  it('says that an upload is gone', async () => {
    const { uploads } = subject().store;
    const opened = uploads.open(`uploads/${newElection()}/election.json`, null);

    await expect(opened).rejects.toMatchObject({ code: 'object-missing' });
  });

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

  it('moves the pointer with the ledger and never against it, whoever comes first', async () => {
    const { releases, status } = subject().store;
    const election = newElection();
    const versions = ['1.0.0', '1.0.1', '1.9.0', '1.10.0', '2.0.0'];
    const pointers = versions.map((version, index) => aLatest(election, version, index + 1));
    expect(await status.latest(election)).toBeNull();

    await Promise.all(pointers.toReversed().map((latest) => releases.moveLatest(latest)));
    await releases.moveLatest(aLatest(election, '1.10.0', 4));
    await releases.moveLatest(aLatest(election, '3.0.0', 9, 4));

    expect(await status.latest(election)).toEqual(pointers.at(-1));
    const back = { ...aLatest(election, '1.10.0', 4, 6), withdrawn: [aWithdrawal('2.0.0')] };

    await releases.moveLatest(back);
    await releases.moveLatest(pointers.at(-1) ?? back);

    expect(await status.latest(election)).toEqual(back);
  });

  it('keeps the list of releases that follows from the latest entry, whoever comes first', async () => {
    const { releases } = subject().store;
    const election = newElection();
    const lists = [1, 2, 3].map((entry) => aListOfReleases(election, entry));

    await Promise.all(lists.toReversed().map((list) => releases.writeVersions(list)));
    await releases.writeVersions(aListOfReleases(election, 2));

    const bytes = await subject().published(`elections/${election}/versions.json`);
    expect(JSON.parse(Buffer.from(bytes ?? []).toString('utf8'))).toEqual(lists.at(-1));
  });

  it('writes a file of a log once, and reads what is there', async () => {
    const election = newElection();
    const { logs } = subject().store;
    const files = logs.open(election);

    expect(await files.read('tile/0/000.p/1')).toBeNull();
    await files.put('tile/0/000.p/1', bytesOf('first'));
    await files.put('tile/0/000.p/1', bytesOf('first'));
    await expect(files.put('tile/0/000.p/1', bytesOf('other'))).rejects.toMatchObject({
      code: 'release-differs',
    });
    expect(await files.read('tile/0/000.p/1')).toEqual(bytesOf('first'));
    expect(await subject().published(`${logs.path(election)}/tile/0/000.p/1`)).toEqual(bytesOf('first'));
  });

  it('moves a checkpoint only as far as the one that is there lets it, however many move it', async () => {
    const files = subject().store.logs.open(newElection());
    const move = (size: number) =>
      files.moveCheckpoint(String(size), async (current) => Number(current) >= size);

    await Promise.all([3, 1, 5, 4, 2].map(move));
    await move(4);

    expect(await files.read('checkpoint')).toEqual(bytesOf('5'));
  });

  it('moves the index of an election forward and never back, whoever comes first', async () => {
    const { releases } = subject().store;
    const election = newElection();
    const index = (releases: number) => ({
      path: `elections/${election}/`,
      entries: Array.from({ length: releases }, (_, place) => ({
        name: `1.0.${place}/`,
        description: 'a release',
      })),
    });

    await Promise.all([4, 9, 2, 7].map((count) => releases.moveIndex(election, index(count))));
    await releases.moveIndex(election, { ...index(9), path: 'elsewhere/' });
    await releases.moveIndex(election, index(8));

    const text = await subject().published(`elections/${election}/index.json`);
    expect(JSON.parse(new TextDecoder().decode(text ?? undefined))).toEqual(index(9));
  });

  it('keeps a public key when another takes its place', async () => {
    const { releases } = subject().store;
    await releases.putKey('00000000000000AA', 'first\n');
    await releases.putKey('00000000000000BB', 'second\n');
    await releases.putKey('00000000000000BB', 'second\n');

    expect(await subject().published('minisign.pub')).toEqual(bytesOf('second\n'));
    expect(await subject().published('keys/00000000000000AA.pub')).toEqual(bytesOf('first\n'));
    expect(await subject().published('keys/00000000000000BB.pub')).toEqual(bytesOf('second\n'));
  });

  it('keeps every election in each document of all of them, however many write it at once', async () => {
    const { releases } = subject().store;
    const elections = Array.from({ length: 12 }, newElection);
    const names = ['catalog.json', 'feed.xml'];

    await Promise.all(
      elections.map(async (election) => {
        await releases.moveLatest(aLatest(election, '1.0.0', 1));
        await releases.rebuildRoot(names, async (all) => {
          const text = all.map((latest) => latest.election).join(' ');
          return new Map(names.map((name) => [name, { mediaType: 'text/plain', text }]));
        });
        await releases.rebuildIndex((all) => all.map((latest) => latest.election).join(' '));
      }),
    );

    for (const key of [...names, 'elections/index.json']) {
      const listed = Buffer.from((await subject().published(key)) ?? [])
        .toString('utf8')
        .split(' ');
      expect(listed).toEqual(listed.toSorted());
      expect(listed).toEqual(expect.arrayContaining(elections));
    }
  });

  it('makes the pages of an election anew from its pointer and the summary that it leads to', async () => {
    const { releases } = subject().store;
    const election = newElection();
    const pages = async (): Promise<void> =>
      releases.rebuildPages(election, ['index.html'], (latest, summary) => {
        const text = `${latest.version} ${summary}`;
        return new Map([['index.html', { mediaType: 'text/html; charset=utf-8', text }]]);
      });
    const page = () => subject().published(`elections/${election}/index.html`);
    await pages();
    expect(await page()).toBeNull();

    for (const [version, entry] of [
      ['1.0.0', 1],
      ['1.0.1', 2],
    ] as const) {
      await releases.put(election, version, 'summary.json', 'application/json', [
        bytesOf(`summary of ${version}`),
      ]);
      await releases.moveLatest(aLatest(election, version, entry));
      await Promise.all([pages(), pages()]);
    }

    expect(await page()).toEqual(bytesOf('1.0.1 summary of 1.0.1'));
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

  it('shows each file as it lies there now, with the report on that version', async () => {
    const { store, upload, remove, findings, page } = subject();
    const election = newElection();
    const reported = await upload(`uploads/${election}/election.json`, '{}');
    await upload(`uploads/${election}/results/list/a.csv`, 'old');
    const pending = await upload(`uploads/${election}/results/list/a.csv`, 'new');
    await upload(`uploads/${election}/notes.txt`, 'not for the pipeline');
    await upload(`uploads/${election}/results/list/gone.csv`, 'gone');
    await remove(`uploads/${election}/results/list/gone.csv`);
    const report = aReport(election, 'election.json', reported);
    await store.uploads.writeReport(report, reportFiles());
    await store.uploads.writeReport(report, reportFiles());

    expect(await store.status.uploads(election)).toMatchObject([
      { file: 'election.json', versionId: reported, bytes: 2, report },
      { file: 'notes.txt', bytes: 20, report: null },
      { file: 'results/list/a.csv', versionId: pending, bytes: 3, report: null },
    ]);
    expect(await findings(election, 'election.json', reported)).toBe('code\nname-missing\n');
    expect(await page(election, 'election.json', reported, 'kk')).toBe('# Қабылданды');
  });

  it('lists an election of which nothing was accepted', async () => {
    const { store, upload } = subject();
    const election = newElection();
    await upload(`uploads/${election}/election.json`, '{');

    expect(await store.status.elections()).toContain(election);
  });

  it('shows the failures, oldest first', async () => {
    const failure = (execution: string, at: string) => ({
      execution,
      key: 'uploads/x/election.json',
      versionId: 'v1',
      error: 'States.Timeout',
      cause: 'too slow',
      at,
    });
    const [late, early] = [failure('a', '2023-03-20T02:00:00Z'), failure('b', '2023-03-20T01:00:00Z')];
    await subject().recordFailure(late);
    await subject().recordFailure(early);

    expect(await subject().store.status.failures()).toEqual([early, late]);
  });

  it('shares nothing with its callers', async () => {
    const { store } = subject();
    const entry = entryAfter([], newElection());
    await store.ledger.append(entry);
    (await store.ledger.read(entry.election)).pop();

    expect(await store.ledger.read(entry.election)).toEqual([entry]);
  });
}

async function read(
  { store }: Subject,
  key: string,
  versionId: string | null,
): Promise<{ bytes: number; text: string }> {
  const { bytes, body } = await store.uploads.open(key, versionId);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return { bytes, text: Buffer.concat(chunks).toString('utf8') };
}
