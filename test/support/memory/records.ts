import type { Certificate } from '../../../functions/model/generated/certificate.ts';
import type { AreaId, BatchId, ElectionId } from '../../../functions/model/ids.ts';
import { canonicalJson } from '../../../functions/model/json/json.ts';
import { brokenLink, type Entry } from '../../../functions/model/ledger.ts';
import {
  type AreaTotals,
  type BatchHeader,
  type BatchRecords,
  protocolsIn,
  totalsOf,
} from '../../../functions/model/records/batch.ts';
import { stationIdsOf } from '../../../functions/model/station-ids.ts';
import { byContestAndStation, byPlace, byStation, byTime } from '../../../functions/store/order.ts';
import {
  type AllocationStore,
  type BatchStore,
  type LedgerStore,
  StoreError,
} from '../../../functions/store/store.ts';
import type { points } from './points.ts';

type Run = ReturnType<typeof points>['run'];

/** Ledgers in memory. `elections` gives those that have one. */
export function memoryLedger(run: Run): LedgerStore & { elections(): ElectionId[] } {
  const ledgers = new Map<ElectionId, Map<number, Entry>>();
  return {
    elections: () => [...ledgers.keys()].sort(),
    read: (election) =>
      run('ledger.read', () => {
        const entries = [...(ledgers.get(election)?.values() ?? [])].sort((a, b) => a.number - b.number);
        const broken = brokenLink(entries);
        if (broken !== null) throw new StoreError('ledger-broken', `ledger of ${election}, entry ${broken}`);
        return structuredClone(entries);
      }),
    append: (entry) =>
      run('ledger.append', () => {
        const ledger = ledgers.get(entry.election) ?? new Map<number, Entry>();
        const there = ledger.get(entry.number);
        if (there !== undefined) return canonicalJson(there) === canonicalJson(entry);
        ledgers.set(entry.election, ledger.set(entry.number, structuredClone(entry)));
        return true;
      }),
  };
}

/** Batches in memory. Only what is asked for is copied: a batch is read once for each of its areas. */
export function memoryBatches(run: Run): BatchStore {
  const headers = new Map<string, BatchHeader>();
  const batches = new Map<string, BatchRecords>();
  const records = (election: ElectionId, batch: BatchId) => batches.get(`${election}#${batch}`);
  return {
    write: (header, content) =>
      run('batches.write', async () => {
        const name = `${header.election}#${header.batch}`;
        batches.set(name, structuredClone(listed(content)));
        await run('batches.write:header', () => headers.set(name, structuredClone(header)));
      }),
    header: (election, batch) =>
      run('batches.header', () => structuredClone(headers.get(`${election}#${batch}`) ?? null)),
    definition: (election, batch) =>
      run('batches.definition', () => {
        const found = records(election, batch);
        if (found?.kind === 'definition') return structuredClone(found.definition);
        throw new StoreError('batch-missing', `batch ${batch} of ${election} holds no definition`);
      }),
    protocols: (election, batch, area) =>
      run('batches.protocols', () => {
        const found = records(election, batch);
        if (found?.kind !== 'results') return [];
        return structuredClone(protocolsIn(found.protocols, area)).sort(byContestAndStation);
      }),
    stations: (election, batch, area) =>
      run('batches.stations', () => {
        const found = records(election, batch);
        return found?.kind === 'stations' ? ofArea(found.stations, area).sort(byStation) : [];
      }),
    roll: (election, batch) =>
      run('batches.roll', () => {
        const found = records(election, batch);
        return found?.kind === 'stations' ? stationIdsOf(found.stations) : null;
      }),
    candidates: (election, batch) =>
      run('batches.candidates', () => {
        const found = records(election, batch);
        return found?.kind === 'candidates' ? structuredClone(found.candidates).toSorted(byPlace) : [];
      }),
    turnout: (election, batch, area) =>
      run('batches.turnout', () => {
        const found = records(election, batch);
        return found?.kind === 'turnout' ? ofArea(found.turnout, area).sort(byTime) : [];
      }),
    totals: (election, batch) =>
      run('batches.totals', (): AreaTotals[] => {
        const found = records(election, batch);
        return found?.kind === 'results' ? structuredClone(totalsOf(found.protocols)) : [];
      }),
  };
}

/** Allocations in memory. */
export function memoryAllocations(run: Run): AllocationStore {
  const allocations = new Map<string, readonly Certificate[]>();
  return {
    write: (election, revision, certificates) =>
      run('allocations.write', () => {
        allocations.set(`${election}#r${revision}`, structuredClone(certificates));
      }),
    read: (election, revision) =>
      run('allocations.read', () => [...structuredClone(allocations.get(`${election}#r${revision}`) ?? [])]),
  };
}

function ofArea<Item extends { readonly area: AreaId }>(items: readonly Item[], area: AreaId): Item[] {
  return structuredClone(items.filter((item) => item.area === area));
}

/** Records as the store reads them back: protocols as a list, whatever made them. */
function listed(records: BatchRecords): BatchRecords {
  return records.kind === 'results' ? { kind: records.kind, protocols: [...records.protocols] } : records;
}
