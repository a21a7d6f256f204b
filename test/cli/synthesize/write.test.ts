import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTotals } from '../../../cli/synthesize/totals.ts';
import { writeSynthetic } from '../../../cli/synthesize/write.ts';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import { anElection } from '../../support/builders.ts';
import { aSynthesis, firstContest, totalsOf } from './builders.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sailau-synthesize-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('writes a folder ready to upload in which every file says that it is synthetic', async () => {
  const written = await writeSynthetic({ ...aSynthesis({ stations: 9, seed: 7 }), folder });

  const definition: ElectionDefinition = JSON.parse(
    await readFile(join(written.folder, 'election.json'), 'utf8'),
  );
  expect(written.files).toEqual([
    'election.json',
    ...['N', 'S'].flatMap((area) => [`stations/synthetic-${area}.csv`, `results/list/synthetic-${area}.csv`]),
  ]);
  expect(definition).toMatchObject({ id: 'xx-2024-synthetic', synthetic: { of: 'xx-2024', seed: 7 } });
  expect(definition.contests).toMatchObject([{ id: 'list', reportedBy: 'station' }]);
  expect(definition.name.en).toContain('SYNTHETIC');
  for (const note of definition.notes ?? []) expect(Object.keys(note)).toEqual(['en', 'kk', 'ru']);
  expect(definition.sources.map(({ id }) => id)).toContain('SYNTHETIC');
  for (const file of written.files.slice(1)) {
    const [, ...rows] = (await readFile(join(written.folder, file), 'utf8')).trimEnd().split('\n');
    expect(rows.every((row) => row.endsWith(',SYNTHETIC'))).toBe(true);
  }
});

test('what it writes reads back as the very totals it was given', async () => {
  const counts = {
    registered: 90_000,
    issued: 52_000,
    cast: 51_000,
    invalid: 1000,
    valid: 50_000,
    absentee: 40,
    outside: 700,
  };
  const totals = totalsOf([30_000, 15_000, 4_500, 500], { ...counts, unused: 3000, received: 55_000 });

  const written = await writeSynthetic({ ...aSynthesis({ totals, stations: 70 }), folder });

  const read = await readTotals(written.folder, firstContest(anElection()));
  expect(read.votes).toEqual(totals.votes);
  expect(new Map([...read.counts].sort())).toEqual(new Map([...totals.counts].sort()));
});

test('gives the same bytes for the same seed, others for another', async () => {
  const write = async (seed: number, name: string) => {
    const { folder: made, files } = await writeSynthetic({
      ...aSynthesis({ seed, stations: 40 }),
      folder: join(folder, name),
    });
    return Promise.all(files.map((file) => readFile(join(made, file), 'utf8')));
  };

  const [first, again, other] = [await write(3, 'a'), await write(3, 'b'), await write(4, 'c')];

  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test('does not write into a folder that already holds files', async () => {
  await writeSynthetic({ ...aSynthesis({}), folder });

  await expect(writeSynthetic({ ...aSynthesis({}), folder })).rejects.toMatchObject({
    code: 'folder-exists',
  });
});

test('tells how far it is and leaves regions without a station out', async () => {
  const told: number[] = [];

  const written = await writeSynthetic({
    ...aSynthesis({ stations: 1 }),
    folder,
    onProgress: (stations) => told.push(stations),
  });

  expect(told).toEqual([1]);
  expect(await readdir(join(written.folder, 'stations'))).toEqual(['synthetic-N.csv']);
});

test.each(['kz-mazhilis-2023', 'kz-president-2022', 'kz-referendum-2022', 'kz-maslikhat-2023'])(
  'the definition made from %s fits the schema and names every reference that it keeps',
  async (election) => {
    const real = `examples/${election}`;
    const definition: ElectionDefinition = JSON.parse(await readFile(`${real}/election.json`, 'utf8'));
    const contest = firstContest(definition);
    const totals = await readTotals(real, contest);
    const ajv = new Ajv2020({ strict: false });
    const valid = ajv.compile(JSON.parse(await readFile('schemas/election.schema.json', 'utf8')));

    const written = await writeSynthetic({
      definition,
      ...{ contest: contest.id, totals, stations: 60, seed: 2, folder },
    });

    const made: ElectionDefinition = JSON.parse(
      await readFile(join(written.folder, 'election.json'), 'utf8'),
    );
    const sources = new Set(made.sources.map(({ id }) => id));
    expect(valid(made), ajv.errorsText(valid.errors)).toBe(true);
    for (const { declared } of made.contests)
      for (const id of declared?.source.split(';') ?? []) expect(sources.has(id), id).toBe(true);
  },
);
