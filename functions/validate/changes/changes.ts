import type { AreaId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/text/text.ts';
import type { Batch } from '../batch.ts';
import { type Current, type CurrentFile, headerOf } from '../current/current.ts';
import { type Item, type ItemPlace, type ItemRecords, itemsOf } from './items.ts';

/** A field that a new version of a file changes; null where one of the two does not state it. */
export interface Change extends ItemPlace {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What a new version of a file changes. */
export interface Changes {
  /** Records that only the new version has, that only the former has, and that differ. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** All changed fields, of which `listed` are the first. */
  readonly fields: number;
  readonly listed: readonly Change[];
}

/** How many changes a report lists whole. */
export const listedChanges = 1_000;

/**
 * Compares a file with its version in force, record by record and field by field, ordered by area and then as the files are. Null when there is none,
 * or when the file is a definition. One area after another, so that only one of the former version is in memory.
 */
export async function changesOf(batch: Batch, current: Current): Promise<Changes | null> {
  const { records, header } = batch;
  const former = current.files.get(header.file);
  if (former === undefined || records.kind === 'definition' || former.kind !== header.kind) return null;
  const totals = { added: 0, removed: 0, changed: 0, fields: 0 };
  const listed: Change[] = [];
  for await (const [before, after] of partitions(former, records, current))
    for (const [was, is] of paired(before, after)) {
      const changes = fieldChanges(was, is);
      if (changes.length === 0) continue;
      totals[was === null ? 'added' : is === null ? 'removed' : 'changed'] += 1;
      totals.fields += changes.length;
      listed.push(...changes.slice(0, listedChanges - listed.length));
    }
  return { ...totals, listed };
}

/** The records of both versions, area by area. */
async function* partitions(
  former: CurrentFile,
  records: ItemRecords,
  current: Current,
): AsyncGenerator<[before: Item[], after: Item[]]> {
  if (records.kind === 'candidates') {
    const candidates = await current.batches.candidates(current.election, former.batch);
    yield [itemsOf({ kind: 'candidates', candidates }), itemsOf(records)];
    return;
  }
  const now = Map.groupBy(itemsOf(records), ({ place }) => place.area);
  const then = new Set((await headerOf(current, former)).areas.map(({ area }) => area));
  const areas = new Set([...then, ...[...now.keys()].filter((area) => area !== undefined)]);
  for (const area of [...areas].sort(byCodePoint)) {
    const before = then.has(area) ? itemsOf(await recordsOf(former, records.kind, area, current)) : [];
    yield [before, now.get(area) ?? []];
  }
}

async function recordsOf(
  { batch }: CurrentFile,
  kind: Exclude<ItemRecords['kind'], 'candidates'>,
  area: AreaId,
  { election, batches }: Current,
): Promise<ItemRecords> {
  if (kind === 'results') return { kind, protocols: await batches.protocols(election, batch, area) };
  if (kind === 'stations') return { kind, stations: await batches.stations(election, batch, area) };
  return { kind, turnout: await batches.turnout(election, batch, area) };
}

/** Records of the same key: those of the new version in its order, then those that it no longer has. */
function* paired(before: readonly Item[], after: readonly Item[]): Generator<[Item | null, Item | null]> {
  const former = new Map(before.map((item) => [item.key, item]));
  for (const item of after) {
    yield [former.get(item.key) ?? null, item];
    former.delete(item.key);
  }
  for (const item of former.values()) yield [item, null];
}

function fieldChanges(was: Item | null, is: Item | null): Change[] {
  const place = (is ?? was)?.place ?? {};
  const names = new Set([...(is?.fields.keys() ?? []), ...(was?.fields.keys() ?? [])]);
  return [...names].flatMap((field) => {
    const before = was?.fields.get(field) ?? null;
    const after = is?.fields.get(field) ?? null;
    return before === after ? [] : [{ ...place, field, before, after }];
  });
}
