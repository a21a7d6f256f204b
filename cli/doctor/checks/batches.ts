import type { AreaId } from '../../../functions/model/ids.ts';
import type { Accepted, Entry } from '../../../functions/model/ledger.ts';
import { type AreaTotals, type BatchHeader, totalsOf } from '../../../functions/model/records/batch.ts';
import type { Protocol } from '../../../functions/model/records/protocol.ts';
import type { Station as RegisterStation } from '../../../functions/model/records/roll.ts';
import { type StationIds, stationIdsOf } from '../../../functions/model/station-ids.ts';
import { votersOf } from '../../../functions/model/voters.ts';
import { encodeTotals } from '../../../functions/store/codec/totals.ts';
import { byTotal } from '../../../functions/store/order.ts';
import { StoreError } from '../../../functions/store/store.ts';
import type { Examined } from '../examined.ts';
import type { Problem } from '../problem.ts';

/** Every accepted entry's batch is whole: its header, as many records in each area as it says, and totals, voters and roll that are theirs. */
export async function* batches(examined: Examined): AsyncGenerator<Problem> {
  const seen = new Set<string>();
  for (const entry of examined.ledger) {
    if (entry.type !== 'accepted' || seen.has(entry.batch)) continue;
    seen.add(entry.batch);
    const problem = await batchProblem(examined, entry);
    if (problem) yield problem;
  }
}

async function batchProblem(examined: Examined, entry: Entry<Accepted>): Promise<Problem | null> {
  const header = await examined.store.batches.header(examined.election, entry.batch);
  if (header === null)
    return problemOf('batch-missing', entry, 'has no header in the table: the batch is not whole');
  try {
    const differs = await difference(examined, entry, header);
    return differs === null ? null : problemOf('batch-differs', entry, differs);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return problemOf('batch-differs', entry, error.message);
  }
}

function problemOf(code: Problem['code'], { number, file, batch }: Entry<Accepted>, what: string): Problem {
  return {
    code,
    where: `entry ${number}, ${file}, batch ${batch}`,
    what,
    mend: 'Records were changed or deleted after they were written. Recover the table: docs/operations.md#restoring-the-table.',
    repair: null,
  };
}

/** What of a batch is not as its header and its entry say; null when all is. */
async function difference(
  examined: Examined,
  { batch, records }: Entry<Accepted>,
  header: BatchHeader,
): Promise<string | null> {
  const { election, store } = examined;
  const { batches } = store;
  if (header.records !== records) return `holds ${header.records} records, and its entry says ${records}`;
  switch (header.kind) {
    case 'definition':
      await batches.definition(election, batch);
      return null;
    case 'candidates':
      return countDiffers('candidates', (await batches.candidates(election, batch)).length, header.records);
    case 'stations':
      return stationsDiffer(examined, header);
    case 'turnout':
      return areasDiffer(header, async (area) => (await batches.turnout(election, batch, area)).length);
    case 'results': {
      const totals: AreaTotals[] = [];
      const differs = await areasDiffer(header, async (area) => {
        const protocols: readonly Protocol[] = await batches.protocols(election, batch, area);
        totals.push(...totalsOf(protocols));
        return protocols.length;
      });
      return differs ?? totalsDiffer(totals.sort(byTotal), await batches.totals(election, batch));
    }
  }
}

/** Of a register also its roll, and the voters that its header tells, where it has them. */
async function stationsDiffer(
  { election, store: { batches } }: Examined,
  header: BatchHeader,
): Promise<string | null> {
  const { batch, areas } = header;
  const stations: Station[] = [];
  const differs = await areasDiffer(header, async (area) => {
    const here = await batches.stations(election, batch, area);
    stations.push(...here.map(({ station, registered }) => ({ station, area, registered })));
    return here.length;
  });
  if (differs !== null) return differs;
  const ofArea = Map.groupBy(stations, ({ area }) => area);
  const told = areas.find(
    ({ area, voters }) => voters !== undefined && voters !== votersOf(ofArea.get(area) ?? []),
  );
  if (told !== undefined) return `has other voters in area ${told.area} than its header says`;
  const roll = await batches.roll(election, batch);
  return roll === null || isRollOf(roll, stations) ? null : 'has a roll that names other stations';
}

type Station = Pick<RegisterStation, 'station' | 'area' | 'registered'>;

function isRollOf(roll: StationIds, stations: readonly Station[]): boolean {
  const named = Array.from(roll, (part) => part.stations.map((station) => `${part.area}#${station}`)).flat();
  const there = stationIdsOf(stations).flatMap((part) => part.stations.map((id) => `${part.area}#${id}`));
  return named.length === there.length && named.every((name, place) => name === there[place]);
}

async function areasDiffer(
  { areas }: BatchHeader,
  count: (area: AreaId) => Promise<number>,
): Promise<string | null> {
  for (const { area, records } of areas) {
    const differs = countDiffers(`records of area ${area}`, await count(area), records);
    if (differs) return differs;
  }
  return null;
}

function countDiffers(what: string, found: number, stated: number): string | null {
  return found === stated ? null : `has ${found} ${what}, and its header says ${stated}`;
}

function totalsDiffer(computed: readonly AreaTotals[], stored: readonly AreaTotals[]): string | null {
  const [sums, texts] = [computed.map(encodeTotals), stored.map(encodeTotals)];
  const place = sums.findIndex((text, index) => text !== texts[index]);
  if (place < 0 && sums.length === texts.length) return null;
  const { contest, area } = computed[place] ?? stored[sums.length] ?? { contest: '?', area: '?' };
  return `has other totals of contest ${contest} in area ${area} than its records sum to`;
}
