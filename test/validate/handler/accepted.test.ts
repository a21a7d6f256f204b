import { describe, expect, test, vi } from 'vitest';
import { nextEntry } from '../../../functions/model/ledger.ts';
import { encodedWords } from '../../../functions/model/text/encoded-words.ts';
import { anElection, csv } from '../../support/builders.ts';
import { election, eventOf, ready, votes } from './pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

describe('an accepted upload', () => {
  test('is in the ledger with its batch, its report beside it, the time that of the event', async () => {
    const { store, upload, state, report } = await ready();

    const result = await upload('results/list/a.csv', votes);

    expect(result).toEqual({
      outcome: 'accepted',
      election,
      file: 'results/list/a.csv',
      versionId: 'v3',
      revision: 3,
      errors: 0,
      warnings: 0,
      records: 1,
      bytes: expect.any(Number),
    });
    const entry = (await state()).files.get('results/list/a.csv');
    if (!entry) throw new Error('not in the ledger');
    expect(entry).toMatchObject({ at: '2024-03-10T00:00:03Z', kind: 'results', contest: 'list', records: 1 });
    expect(await store.batches.header(election, entry.batch)).toMatchObject({
      records: 1,
      areas: [{ area: 'N1', records: 1 }],
      references: [{ contest: 'list', options: ['A', 'B'] }],
    });
    expect(report('results/list/a.csv', 'v3')).toMatchObject({ outcome: 'accepted', batch: entry.batch });
  });

  test('of status.json sets the status without a batch', async () => {
    const { upload, state } = await ready();
    const status = { status: 'certified', by: 'Commission', at: '2024-03-12', reason: 'Decision 7' };

    await upload('status.json', JSON.stringify(status));

    expect((await state()).status?.status).toEqual(status);
  });

  test('of a withdrawal makes no new revision, and names a release that is there', async () => {
    const { store, upload, state, report } = await ready();
    await upload('results/list/a.csv', votes);
    const before = await state();
    const ledger = await store.ledger.read(election);
    const body = { version: '1.0.0', revision: 3, manifest: '1'.repeat(64), columns: 'c' };
    await store.ledger.append(nextEntry(ledger, election, '2024-03-11', { type: 'published', ...body }));
    const said = { by: 'Commission', at: '2024-03-12', reason: 'columns were swapped' };
    const withdrawn = (version: string) =>
      JSON.stringify({ ...said, status: 'partial', withdrawn: [{ ...said, version }] });

    const wrong = await upload('status.json', withdrawn('9.0.0'));
    const right = await upload('status.json', withdrawn('1.0.0'));

    expect(wrong).toMatchObject({ outcome: 'rejected', errors: 1 });
    expect(report('status.json', 'v4')?.findings[0]?.message.en).toBe(
      '/withdrawn/0/version: no release 9.0.0 has been published.',
    );
    expect(right).toMatchObject({ outcome: 'accepted', revision: before.revision });
    expect([...(await state()).withdrawn.keys()]).toEqual(['1.0.0']);
  });

  test('keeps why it was uploaded, as one line of plain letters', async () => {
    const { store, handle, state } = await ready();
    const reason = encodedWords('Учаскелік комиссияның\n№ 17 хаттамасы қайта саналды');
    store.seedUpload(`uploads/${election}/results/list/a.csv`, 'v3', votes, undefined, reason);

    await handle(eventOf(`uploads/${election}/results/list/a.csv`, 'v3', '0003'));

    expect((await state()).files.get('results/list/a.csv')?.reason).toBe(
      'Учаскелік комиссияның № 17 хаттамасы қайта саналды',
    );
  });

  test('corrects the former version of its key', async () => {
    const { upload, state, report } = await ready();
    await upload('results/list/a.csv', csv('station,A,B', 'st1,5,6'));

    const result = await upload('results/list/a.csv', csv('station,A,B', 'st1,7,6'));

    expect(result).toMatchObject({ outcome: 'accepted', revision: 4 });
    expect((await state()).files.get('results/list/a.csv')?.versionId).toBe('v4');
    expect(report('results/list/a.csv', 'v3')?.changes).toBeUndefined();
    expect(report('results/list/a.csv', 'v4')?.changes).toEqual({
      added: 0,
      removed: 0,
      changed: 1,
      fields: 1,
      listed: [{ contest: 'list', area: 'N1', station: 'st1', field: 'votes:A', before: 5, after: 7 }],
    });
  });

  test('becomes another batch of the same bytes when the definition has changed', async () => {
    const { upload, state } = await ready();
    await upload('results/list/a.csv', votes);
    const before = (await state()).files.get('results/list/a.csv')?.batch;
    await upload('election.json', JSON.stringify(anElection({ notes: [{ en: 'A note' }] })));

    const result = await upload('results/list/a.csv', votes);

    expect(result.outcome).toBe('accepted');
    expect((await state()).files.get('results/list/a.csv')?.batch).not.toBe(before);
  });
});
