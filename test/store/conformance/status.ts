import { expect, it } from 'vitest';
import { aReport, entryAfter, newElection, reportFiles } from './build.ts';
import type { Subject } from './subject.ts';

/** What every store promises to those who only look. */
export function statusSuite(subject: () => Subject): void {
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
