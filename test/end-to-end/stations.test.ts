import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDefinition } from '../../cli/definition.ts';
import { readTotals } from '../../cli/synthesize/totals.ts';
import { writeSynthetic } from '../../cli/synthesize/write.ts';
import { rowsOf, startTestStack, type TestStack } from '../support/stack.ts';

const election = 'kz-mazhilis-2023-synthetic';
let running: TestStack;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-synthetic-'));
  const definition = await loadDefinition('examples/kz-mazhilis-2023');
  const list = definition.contests.find(({ id }) => id === 'list');
  if (!list) throw new Error('the example has no contest list');
  const totals = await readTotals('examples/kz-mazhilis-2023', list);
  await writeSynthetic({ definition, contest: list.id, totals, stations: 10_223, seed: 1, folder });
  running = await startTestStack();
}, 120_000);

afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

test('10,223 stations in 20 regional files at once: all in, one consistent last release, the official seats', async () => {
  await running.putFolder(join(folder, election));
  await running.idle();

  const summary = JSON.parse(await running.file(election, 'summary.json'));
  const seats = rowsOf(await running.file(election, 'seats.csv'))
    .filter(({ scenario }) => scenario === '')
    .map((row) => Number(row.seats));
  const manifest = JSON.parse(await running.file(election, 'manifest.json'));
  const votes = rowsOf(await running.file(election, 'results.csv')).filter(
    (row) => row.measure === 'votes' && row.option === 'amanat',
  );
  expect(seats.filter((count) => count > 0)).toEqual([40, 8, 6, 6, 5, 4]);
  expect(manifest.synthetic).toBe(true);
  expect(manifest.uploads.filter(({ file }: { file: string }) => file.startsWith('results/'))).toHaveLength(
    20,
  );
  expect(votes).toHaveLength(10_223);
  expect(votes.reduce((sum, row) => sum + Number(row.count), 0)).toBe(3_431_510);
  expect(JSON.stringify(summary)).toContain('10223');
}, 600_000);
