import { expect, test, vi } from 'vitest';
import { electionStatus } from '../../../cli/status/election.ts';
import type { Store } from '../../../functions/store/store.ts';
import { csv } from '../../support/builders.ts';
import { election, ready, votes } from '../../validate/handler/pipeline.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

test('what came of an upload is still known when its report has been kept long enough', async () => {
  const { store, upload, seed } = await ready();
  await upload('results/list/a.csv', votes);
  await upload('results/list/b.csv', csv('station,A', 'st1,many'));
  seed('results/list/c.csv', votes);

  const { files } = await electionStatus(withoutReports(store), election, []);

  expect(Object.fromEntries(files.map(({ file, outcome }) => [file, outcome]))).toMatchObject({
    'election.json': 'accepted',
    'results/list/a.csv': 'accepted',
    'results/list/b.csv': 'rejected',
    'results/list/c.csv': 'processing',
  });
});

function withoutReports(store: Store): Store {
  const uploads: Store['status']['uploads'] = async (id) =>
    (await store.status.uploads(id)).map((file) => ({ ...file, report: null }));
  return { ...store, status: { ...store.status, uploads } };
}
