import { electionCertificates } from '../../functions/allocate/election.ts';
import type { Area, ElectionDefinition } from '../../functions/model/generated/election.ts';
import { type AreaId, type BatchId, isBatchId } from '../../functions/model/ids.ts';
import { type Accepted, type Entry, nextEntry } from '../../functions/model/ledger.ts';
import { type AreaTotals, type BatchHeader, totalsOf } from '../../functions/model/records/batch.ts';
import { type CountField, type Protocol, votesField } from '../../functions/model/records/protocol.ts';
import type { LogSources } from '../../functions/publish/log/grow.ts';
import { prepareRelease } from '../../functions/publish/read/prepare.ts';
import type { Batches, Release } from '../../functions/publish/release.ts';
import {
  anElection,
  areaId,
  contestId,
  electionId,
  listContest,
  optionId,
  stationId,
} from '../../test/support/builders.ts';

/**
 * A release of an election with so many stations, 500 a district if nothing else is said, each with twelve numbers: four counts and the votes of
 * eight lists. What is done with it is what the pipeline does, but that records are made up, an area at a time, where it would read them from the table.
 */
export async function benchRelease(stations: number, perDistrict = 500): Promise<Release> {
  const { definition, batches, ledger, begun } = benchElection(stations, perDistrict);
  const { inForce } = await electionCertificates({
    definition,
    revision: 2,
    totals: await batches.totals(election, results),
    stations: new Map(),
    candidates: [],
    records: noRecords,
  });
  return prepareRelease(batches, ledger, begun, inForce);
}

/** What the log of that election is made from, when its release is finished. */
export function benchLog(stations: number): Pick<LogSources, 'election' | 'ledger' | 'batches' | 'path'> {
  const { batches, ledger, begun } = benchElection(stations, 500);
  const published = nextEntry([...ledger, begun], election, at, {
    type: 'published',
    version: begun.version,
    revision: begun.revision,
    manifest: '0'.repeat(64),
    columns: '0'.repeat(64),
    changes: { added: stations, corrected: 0, removed: 0 },
  });
  return { election, ledger: [...ledger, begun, published], batches, path: `elections/${election}/log` };
}

function benchElection(stations: number, perDistrict: number) {
  const definition = benchDefinition(Math.ceil(stations / perDistrict));
  const districts = definition.areas.filter(({ type }) => type === 'district').map(({ id }) => id);
  const size = (area: AreaId) => Math.min(perDistrict, stations - districts.indexOf(area) * perDistrict);
  const ledger: Entry<Accepted>[] = [];
  for (const { file, batch, kind, records } of [definitionHeader, resultsHeader(districts, size)]) {
    const contest = kind === 'results' ? contestId('list') : null;
    const upload = { file, versionId: 'v1', sha256: batch.repeat(2), bytes: 1, sequencer: '01' };
    const body: Accepted = { type: 'accepted', ...upload, kind, contest, batch, records, warnings: 0 };
    ledger.push(nextEntry(ledger, election, at, body));
  }
  const begun = nextEntry(ledger, election, at, {
    type: 'publishing',
    version: '1.0.0',
    revision: 2,
    codeVersion: '0.1.0',
  });
  const batches = benchBatches(definition, districts, size, perDistrict);
  return { definition, batches, ledger, begun };
}

const districtsPerRegion = 100;
const election = electionId('xx-2024');
const at = '2024-03-11T00:00:00.000Z';
const results = batch('2');
const lists = ['1', '2', '3', '4', '5', '6', '7', '8'].map((list) => optionId(`list-${list}`));
const counts: readonly CountField[] = ['registered', 'issued', 'cast', 'invalid'];
const none = () => Promise.reject(new Error('No protocol is missing'));
const noRecords = { stations: none, protocols: none, voters: async () => null };

function benchDefinition(districts: number): ElectionDefinition {
  const areas: Area[] = [{ id: areaId('XX'), type: 'country', name: { en: 'Xanadu' } }];
  for (let district = 0; district < districts; district += 1) {
    const region = areaId(`R${Math.floor(district / districtsPerRegion)}`);
    if (district % districtsPerRegion === 0)
      areas.push({ id: region, type: 'region', parent: areaId('XX'), name: { en: `Region ${region}` } });
    const id = areaId(`${region}-${district % districtsPerRegion}`);
    areas.push({ id, type: 'district', parent: region, name: { en: `District ${id}` } });
  }
  const options = lists.map((id) => ({ id, kind: 'list' as const, name: { en: id } }));
  return anElection({ areas, contests: [listContest({ options })] });
}

function benchBatches(
  definition: ElectionDefinition,
  districts: readonly AreaId[],
  size: (area: AreaId) => number,
  perDistrict: number,
): Batches {
  const place = new Map(districts.map((area, index) => [area, index]));
  const protocols = (area: AreaId) => protocolsOf(area, (place.get(area) ?? 0) * perDistrict, size(area));
  const headers = [definitionHeader, resultsHeader(districts, size)];
  let totals: AreaTotals[] | null = null;
  return {
    header: async (_election, id) => headers.find(({ batch: one }) => one === id) ?? null,
    definition: async () => definition,
    protocols: async (_election, _batch, area) => protocols(area),
    totals: async () => {
      totals ??= districts.flatMap((area) => totalsOf(protocols(area)));
      return totals;
    },
    stations: async () => [],
    candidates: async () => [],
    turnout: async () => [],
  };
}

/** The same numbers in every run; shares differ from station to station as they do in life. */
function protocolsOf(area: AreaId, first: number, size: number): Protocol[] {
  return Array.from({ length: size }, (_, index) => {
    const number = first + index;
    let state = (number * 2_654_435_761) % 2 ** 31;
    const next = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const votes = lists.map((_list, list) => next(400 >> (list >> 1)));
    const valid = votes.reduce((sum, count) => sum + count, 0);
    const invalid = next(20);
    const cast = valid + invalid;
    const numbers = [cast + next(800), cast + next(3), cast, invalid];
    const values = new Map<Parameters<Protocol['values']['get']>[0], { count: number; source: string }>();
    for (const [place, field] of counts.entries())
      values.set(field, { count: numbers[place] ?? 0, source: 'S1' });
    for (const [place, list] of lists.entries())
      values.set(votesField(list), { count: votes[place] ?? 0, source: 'S1' });
    return { contest: contestId('list'), area, station: stationId(String(1_000_000 + number)), values };
  });
}

const definitionHeader = header('election.json', 'definition', batch('1'), []);

function resultsHeader(districts: readonly AreaId[], size: (area: AreaId) => number): BatchHeader {
  return header(
    'results/list/national.csv',
    'results',
    results,
    districts.map((area) => ({ area, records: size(area) })),
  );
}

function header(
  file: string,
  kind: BatchHeader['kind'],
  id: BatchId,
  areas: BatchHeader['areas'],
): BatchHeader {
  const records = areas.reduce((sum, one) => sum + one.records, 0);
  return { election, batch: id, kind, file, records, areas, references: [], sources: [] };
}

function batch(digit: string): BatchId {
  const id = digit.repeat(32);
  if (isBatchId(id)) return id;
  throw new RangeError(id);
}
