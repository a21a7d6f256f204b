import { expect, it } from 'vitest';
import { bytesOf } from '../../support/builders.ts';
import { aLatest, aListOfReleases, aWithdrawal, newElection } from './build.ts';
import type { Subject } from './subject.ts';

/** What every keeper of pointers promises, and of the documents that follow from them: they move forward, whoever writes them. */
export function pointerSuite(subject: () => Subject): void {
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
}
