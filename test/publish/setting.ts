import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { createHandler as createAllocate } from '../../functions/allocate/handler.ts';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import { type AreaId, type BatchId, type ElectionId, isBatchId } from '../../functions/model/ids.ts';
import { canonicalJson } from '../../functions/model/json/json.ts';
import { type EntryBody, nextEntry, type Status } from '../../functions/model/ledger.ts';
import { type BatchHeader, type BatchRecords, totalsOf } from '../../functions/model/records/batch.ts';
import type { Field, Protocol } from '../../functions/model/records/protocol.ts';
import { isCountField, votesField } from '../../functions/model/records/protocol.ts';
import type { Candidate, Station, Turnout } from '../../functions/model/records/roll.ts';
import { parseUploadKey } from '../../functions/model/upload.ts';
import { createHandler, type PublishResult } from '../../functions/publish/handler.ts';
import type { Explorer } from '../../functions/publish/site/explorer.ts';
import { anElection, areaId, contestId, electionId, optionId, stationId } from '../support/builders.ts';
import { type MemoryStore, memoryStore } from '../support/memory-store.ts';

export const election = electionId('xx-2024');

/** A store that files are accepted into without the validate stage, and the two stages that follow. */
export interface Setting {
  readonly store: MemoryStore;
  /** Enters a file as accepted. */
  accept(file: string, records: BatchRecords, reason?: string): Promise<void>;
  setStatus(status: Status): Promise<void>;
  /** Appends any entry, as another writer. */
  enter(body: EntryBody): Promise<void>;
  allocate(): Promise<number>;
  /** Allocates and publishes the last revision. */
  release(): Promise<PublishResult>;
  /** Publishes `revision`; two minutes pass each time the clock is read, so that nobody is taken to be at work. */
  publish(revision: number, codeVersion?: string): Promise<PublishResult>;
  /** The text of a published file, by its path under `elections/xx-2024/`. */
  read(path: string): string;
}

/** What is otherwise than in most settings. */
export interface Unlike {
  /** The election of the files; `election` unless given. */
  readonly of?: ElectionId;
  /** The explorer that is published; none unless given. */
  readonly explorer?: Explorer | null;
}

export function aSetting(
  store: MemoryStore = memoryStore(),
  { of = election, explorer = null }: Unlike = {},
): Setting {
  let calls = 0;
  const now = () => new Date(Date.UTC(2024, 2, 11) + calls++ * 120_000).toISOString();
  const enter = async (body: EntryBody) => {
    const ledger = await store.ledger.read(of);
    await store.ledger.append(nextEntry(ledger, of, now(), body));
  };
  const publish = (revision: number, codeVersion = '0.1.0') =>
    createHandler(store, { codeVersion, now, site: 'https://data.example.org/', explorer })({
      election: of,
      revision,
    });
  const allocate = async () => (await createAllocate(store)({ election: of })).revision;
  return {
    store,
    enter,
    allocate,
    publish,
    release: async () => publish(await allocate()),
    async accept(file, records, reason) {
      const header = headerOf(of, file, records);
      await store.batches.write(header, records);
      const contest = parseUploadKey(`uploads/${of}/${file}`)?.contest ?? null;
      const { kind, batch, records: count } = header;
      await enter({
        type: 'accepted',
        ...uploadVersion(file, batch),
        kind,
        contest,
        batch,
        records: count,
        warnings: 0,
        ...(reason !== undefined && { reason }),
      });
    },
    setStatus: (status) =>
      enter({ type: 'status', ...uploadVersion('status.json', canonicalJson(status)), status }),
    read: (path) => new TextDecoder().decode(store.files().get(posix.normalize(`elections/${of}/${path}`))),
  };
}

/** The setting with definition, register, both results files, candidates and turnout in; the result of `list` is complete. */
export async function aFullElection(
  definition: ElectionDefinition = anElection(),
  setting: Setting = aSetting(),
): Promise<Setting> {
  await setting.accept('election.json', { kind: 'definition', definition });
  await setting.accept('stations/all.csv', { kind: 'stations', stations: register });
  await setting.accept('results/list/north.csv', { kind: 'results', protocols: north });
  await setting.accept('results/list/south.csv', { kind: 'results', protocols: south });
  await setting.accept('candidates/lists.csv', { kind: 'candidates', candidates });
  await setting.accept('turnout/day.csv', { kind: 'turnout', turnout });
  return setting;
}

export const register: readonly Station[] = [
  ['st1', 'N1', 'School', 1000],
  ['st2', 'N1', 'Library', 800],
  ['st3', 'N2', '=HYPERLINK("http://evil.example")', 600],
  ['st4', 'S', 'Theatre, "old"', 500],
].map(([station, area, name, registered]) => ({
  station: stationId(String(station)),
  area: areaId(String(area)),
  name: String(name),
  registered: Number(registered),
  source: 'S1',
}));

export const north: readonly Protocol[] = [
  aProtocol('N1', 'st2', {
    registered: 800,
    cast: 500,
    invalid: 10,
    A: 200,
    B: 200,
    C: 60,
    'against-all': 30,
  }),
  aProtocol('N1', 'st1', {
    registered: 1000,
    cast: 700,
    invalid: 20,
    A: 400,
    B: 200,
    C: 50,
    'against-all': 30,
  }),
  aProtocol('N2', 'st3', {
    registered: 600,
    cast: 300,
    invalid: 0,
    A: 100,
    B: 150,
    C: 40,
    'against-all': 20,
  }),
];

export const south: readonly Protocol[] = [
  aProtocol('S', 'st4', { registered: 500, cast: 250, invalid: 5, A: 150, B: 60, C: 25, 'against-all': 10 }),
];

export const candidates: readonly Candidate[] = ['Ann', '@Bob', 'Cid'].map((name, index) => ({
  contest: contestId('list'),
  option: optionId('A'),
  order: index + 1,
  name: { en: name },
  woman: index === 0,
  youth: false,
  disability: null,
  independent: false,
  source: 'S2',
}));

export const turnout: readonly Turnout[] = ['10:00', '12:00'].map((time, index) => ({
  area: areaId('XX'),
  time: `2024-03-10T${time}+06:00`,
  registered: 2900,
  issued: 900 + index * 300,
  percent: index === 0 ? '31.03' : '41.38',
  source: 'S2',
}));

/** A protocol of the contest `list`; names that are no counts are options. */
export function aProtocol(
  area: string,
  station: string,
  numbers: Readonly<Record<string, number>>,
): Protocol {
  const field = (name: string): Field => (isCountField(name) ? name : votesField(optionId(name)));
  return {
    contest: contestId('list'),
    area: areaId(area),
    station: stationId(station),
    values: new Map(Object.entries(numbers).map(([name, count]) => [field(name), { count, source: 'S1' }])),
  };
}

export function batchId(text: string): BatchId {
  const id = createHash('sha256').update(text).digest('hex').slice(0, 32);
  if (isBatchId(id)) return id;
  throw new RangeError(id);
}

function uploadVersion(file: string, content: string) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { file, versionId: `v-${sha256.slice(0, 6)}`, sha256, bytes: 100, sequencer: '01' };
}

function headerOf(of: ElectionId, file: string, records: BatchRecords): BatchHeader {
  const text = JSON.stringify(records, (_key, value) => (value instanceof Map ? [...value] : value));
  const areas = Map.groupBy(areasOf(records), (area) => area);
  return {
    election: of,
    batch: batchId(`${file} ${canonicalJson(text)}`),
    kind: records.kind,
    file,
    records: records.kind === 'definition' ? 1 : (Object.values(records).find(Array.isArray)?.length ?? 0),
    areas: [...areas]
      .map(([area, list]) => ({ area, records: list.length }))
      .sort((a, b) => (a.area < b.area ? -1 : 1)),
    references:
      records.kind === 'results'
        ? totalsOf(records.protocols).map(({ contest }) => ({ contest, options: [] }))
        : [],
    sources: [],
  };
}

function areasOf(records: BatchRecords): AreaId[] {
  if (records.kind === 'results') return Array.from(records.protocols, ({ area }) => area);
  if (records.kind === 'stations') return records.stations.map(({ area }) => area);
  if (records.kind === 'turnout') return records.turnout.map(({ area }) => area);
  return [];
}
