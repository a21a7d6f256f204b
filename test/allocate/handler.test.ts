import { expect, test } from 'vitest';
import { AllocateError, createHandler } from '../../functions/allocate/handler.ts';
import type { BatchId } from '../../functions/model/ids.ts';
import { isBatchId } from '../../functions/model/ids.ts';
import { type Accepted, nextEntry } from '../../functions/model/ledger.ts';
import type { BatchHeader, BatchRecords } from '../../functions/model/records/batch.ts';
import { type Protocol, votesField } from '../../functions/model/records/protocol.ts';
import type { Candidate } from '../../functions/model/records/roll.ts';
import type { BatchStore } from '../../functions/store/store.ts';
import { anElection, areaId, contestId, optionId, stationId } from '../support/builders.ts';
import { type MemoryStore, memoryStore } from '../support/memory-store.ts';

// North Two has no stations, and says so.
const definition = anElection({
  areas: anElection().areas.map((area) => (area.id === 'N2' ? { ...area, stations: 0 } : area)),
});
const election = definition.id;

test('allocates every contest of what has been accepted and writes the certificates of the revision', async () => {
  const store = memoryStore();
  await accept(store, 'election.json', { kind: 'definition', definition });
  await accept(store, 'stations/all.csv', {
    kind: 'stations',
    stations: [station('st1', 'N1'), station('st2', 'S')],
  });
  await accept(store, 'results/list/north.csv', {
    kind: 'results',
    protocols: [protocol('st1', 'N1', 60, 40)],
  });
  await accept(store, 'results/list/south.csv', {
    kind: 'results',
    protocols: [protocol('st2', 'S', 10, 90)],
  });

  const result = await createHandler(store)({ election });

  expect(result).toEqual({
    election,
    revision: 4,
    outcomes: { allocated: 1, 'no-results': 1 },
  });
  const certificates = await store.allocations.read(election, 4);
  const list = certificates.find(({ contest }) => contest === 'list');
  expect(list?.seats).toEqual(seats({ A: 4, B: 6, C: 0 }));
  expect(list).toMatchObject({ revision: 4, provisional: false, inputs: { expected: 2, reported: 2 } });
});

test('reads the candidates, and says who takes the seats', async () => {
  const { list, ...systems } = definition.systems;
  if (list?.type !== 'party-list') throw new TypeError('the builder has changed');
  const store = memoryStore();
  await accept(store, 'election.json', {
    kind: 'definition',
    definition: { ...definition, systems: { ...systems, list: { ...list, persons: 'list-order' } } },
  });
  await accept(store, 'results/list/all.csv', {
    kind: 'results',
    protocols: [protocol('st1', 'N1', 60, 40)],
  });
  for (const [option, count] of [
    ['A', 6],
    ['B', 3],
  ] as const)
    await accept(store, `candidates/${option}.csv`, {
      kind: 'candidates',
      candidates: people(option, count),
    });

  const { revision } = await createHandler(store)({ election });

  const certificates = await store.allocations.read(election, revision);
  const persons = certificates.find(({ contest }) => contest === 'list')?.persons;
  expect(persons?.elected.map(({ option, order }) => `${option}${order}`)).toEqual([
    ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6'],
    ...['B1', 'B2', 'B3'],
  ]);
  expect(persons?.open).toMatchObject([{ option: 'B', seats: 1, reason: 'list-exhausted' }]);
});

test('a corrected file replaces the one before, and what is missing makes the result provisional', async () => {
  const store = memoryStore();
  await accept(store, 'election.json', { kind: 'definition', definition });
  await accept(store, 'stations/all.csv', {
    kind: 'stations',
    stations: [station('st1', 'N1'), station('st2', 'S')],
  });
  await accept(store, 'results/list/north.csv', {
    kind: 'results',
    protocols: [protocol('st1', 'N1', 60, 40)],
  });
  await accept(store, 'results/list/north.csv', {
    kind: 'results',
    protocols: [protocol('st1', 'N1', 30, 70)],
  });

  const { revision } = await createHandler(store)({ election });

  const [list] = (await store.allocations.read(election, revision)).filter(
    ({ contest }) => contest === 'list',
  );
  expect(list).toMatchObject({
    seats: seats({ A: 3, B: 7, C: 0 }),
    provisional: true,
    inputs: { reported: 1 },
  });
});

test('voters of areas without results come from the headers of the registers, or from the stations where those do not tell', async () => {
  const certificates = async (told: boolean) => {
    const store = memoryStore();
    const stations = [
      { ...station('st1', 'N1'), registered: 300 },
      { ...station('st2', 'S'), registered: 200 },
    ];
    await accept(store, 'election.json', { kind: 'definition', definition });
    await accept(store, 'stations/all.csv', { kind: 'stations', stations }, told ? [300n, 200n] : undefined);
    await accept(store, 'results/list/north.csv', {
      kind: 'results',
      protocols: [protocol('st1', 'N1', 60, 40)],
    });
    const read: string[] = [];
    const watched: BatchStore['stations'] = (...place) => {
      read.push(place[2]);
      return store.batches.stations(...place);
    };
    const { revision } = await createHandler({ ...store, batches: { ...store.batches, stations: watched } })({
      election,
    });
    return { read, certificates: await store.allocations.read(election, revision) };
  };

  const [told, untold] = [await certificates(true), await certificates(false)];

  expect(told.read).toEqual([]);
  expect(untold.read).toEqual(['S']);
  expect(told.certificates).toEqual(untold.certificates);
  expect(JSON.stringify(told.certificates)).toContain('200');
});

test('run again it writes the same', async () => {
  const store = memoryStore();
  await accept(store, 'election.json', { kind: 'definition', definition });
  const handler = createHandler(store);

  const first = await handler({ election });
  const before = await store.allocations.read(election, 1);

  expect(await handler({ election })).toEqual(first);
  expect(await store.allocations.read(election, 1)).toEqual(before);
});

test.each([
  ['../other', 'not-an-election'],
  ['xx-2025', 'definition-missing'],
])('allocates nothing for %s', async (name, code) => {
  const run = createHandler(memoryStore())({ election: name });

  await expect(run).rejects.toThrow(AllocateError);
  await expect(run).rejects.toMatchObject({ code });
});

test('a register that the ledger names and the store has lost stops it', async () => {
  const store = memoryStore();
  await accept(store, 'election.json', { kind: 'definition', definition });
  await append(store, 'stations/all.csv', 'stations', batchId('stations/all.csv'), 0);

  await expect(createHandler(store)({ election })).rejects.toMatchObject({ code: 'batch-missing' });
});

/** Writes a batch and its entry, as the stage before does. */
async function accept(
  store: MemoryStore,
  file: string,
  content: BatchRecords,
  voters: readonly bigint[] = [],
): Promise<void> {
  const { length } = await store.ledger.read(election);
  const batch = batchId(`${length}${file}`);
  const areas = areasOf(content).map((area, place) => {
    const told = voters[place];
    return told === undefined ? area : { ...area, voters: told };
  });
  const header: BatchHeader = {
    election,
    batch,
    kind: content.kind,
    file,
    records: areas.length,
    areas,
    references: [],
    sources: [],
  };
  await store.batches.write(header, content);
  await append(store, file, content.kind, batch, areas.length);
}

async function append(
  store: MemoryStore,
  file: string,
  kind: Accepted['kind'],
  batch: BatchId,
  records: number,
): Promise<void> {
  const ledger = await store.ledger.read(election);
  const body: Accepted = {
    type: 'accepted',
    file,
    kind,
    contest: kind === 'results' ? contestId('list') : null,
    batch,
    records,
    warnings: 0,
    versionId: `${ledger.length}`,
    sha256: '0'.repeat(64),
    bytes: 1,
    sequencer: `${ledger.length}`,
  };
  await store.ledger.append(nextEntry(ledger, election, '2024-03-10T12:00:00Z', body));
}

function areasOf(content: BatchRecords): BatchHeader['areas'] {
  const records =
    content.kind === 'stations' ? content.stations : content.kind === 'results' ? content.protocols : [];
  return [...records].map(({ area }) => ({ area, records: 1 }));
}

function batchId(text: string): BatchId {
  const id = Buffer.from(text).toString('hex').padEnd(32, '0').slice(0, 32);
  if (isBatchId(id)) return id;
  throw new RangeError(`${id} is not a batch id`);
}

function station(id: string, area: string) {
  return { station: stationId(id), area: areaId(area), name: id, registered: null, source: '' };
}

function people(option: string, count: number): Candidate[] {
  const unknown = { woman: null, youth: null, disability: null, independent: null, source: '' };
  return Array.from({ length: count }, (_, place) => ({
    contest: contestId('list'),
    option: optionId(option),
    order: place + 1,
    name: { en: `${option}${place + 1}` },
    ...unknown,
  }));
}

function protocol(id: string, area: string, a: number, b: number): Protocol {
  const counts = [
    ['A', a],
    ['B', b],
    ['C', 0],
    ['against-all', 0],
  ] as const;
  const values = new Map(
    counts.map(([option, count]) => [votesField(optionId(option)), { count, source: '' }]),
  );
  return { contest: contestId('list'), area: areaId(area), station: stationId(id), values };
}

function seats(byOption: Readonly<Record<string, number>>) {
  return Object.entries(byOption).map(([option, seats]) => ({ option, seats }));
}
