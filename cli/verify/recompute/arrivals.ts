import type { Contest, ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { AreaId } from '../../../functions/model/ids.ts';
import type { Accepted, Entry } from '../../../functions/model/ledger.ts';
import { foldLedger, pendingRejections } from '../../../functions/model/state.ts';
import { areasWithin } from '../../release/contents/known.ts';
import type { AreaSums } from '../../release/contents/protocols.ts';
import type { Cells } from '../rows.ts';

/** What ledger and results say of how the protocols of an area came in: the cells of completeness.csv that follow from them. */
export interface Arrival {
  readonly cells: Cells;
  /** Whether something came that was rejected. */
  readonly rejected: boolean;
}

/**
 * The arrivals of a contest by area, each with all that lie in it, parents before children. Where a file has had several versions, the release does not
 * tell which areas the former ones held, nor their numbers: then the times are only bound to those of the contest's uploads, and the
 * protocols corrected to those reported.
 */
export function arrivalsOf(
  definition: ElectionDefinition,
  contest: Contest,
  sums: readonly AreaSums[],
  entries: readonly Entry[],
): Map<AreaId, Arrival> {
  const uploads = entries.filter((entry) => isResultOf(entry, contest));
  const several = hasSeveralVersions(uploads);
  const parts = partsByArea(definition, contest, sums, { uploads, entries });
  const arrivals = new Map<AreaId, Arrival>();
  for (const { id } of definition.areas) {
    const part = parts.get(id);
    if (!part) continue;
    const times = several ? timesAmong(uploads) : timesOf(part.times);
    const corrected = several ? atMost(part.reported) : '0';
    const codes = [...part.codes].sort().join(';');
    const cells = { rejected: String(part.rejected), codes, corrected, ...times };
    arrivals.set(id, { cells, rejected: part.rejected > 0 });
  }
  return arrivals;
}

interface Part {
  rejected: number;
  reported: number;
  readonly codes: Set<string>;
  readonly times: Set<string>;
}

interface Uploads {
  readonly uploads: readonly Entry<Accepted>[];
  readonly entries: readonly Entry[];
}

/** Sums up the tree; from the end every child is whole before it is added to its parent. */
function partsByArea(
  definition: ElectionDefinition,
  contest: Contest,
  sums: readonly AreaSums[],
  { uploads, entries }: Uploads,
): Map<AreaId, Part> {
  const within = areasWithin(definition, contest.area);
  const parts = new Map<AreaId, Part>();
  const part = (area: AreaId): Part => {
    const known = parts.get(area) ?? { rejected: 0, reported: 0, codes: new Set(), times: new Set() };
    parts.set(area, known);
    return known;
  };
  for (const area of within.values()) part(area);
  for (const sum of sums) if (sum.contest === contest.id) addCame(part(sum.area), sum, uploads);
  for (const entry of pendingRejections(entries, foldLedger(entries))) {
    if (entry.contest !== contest.id) continue;
    const known = entry.areas.filter(({ area }) => within.has(area));
    const areas = known.length > 0 ? known : [{ area: contest.area, protocols: 0 }];
    for (const { area, protocols } of areas) addRejected(part(area), protocols, entry.codes);
  }
  for (const { id, parent } of definition.areas.toReversed()) {
    const own = parts.get(id);
    if (own && parent !== undefined && within.has(parent)) addPart(part(parent), own);
  }
  return parts;
}

function addCame(
  part: Part,
  { uploads: named, reported }: AreaSums,
  uploads: readonly Entry<Accepted>[],
): void {
  part.reported += reported;
  for (const { file, at } of uploads) if (named.has(file)) part.times.add(at);
}

function addRejected(part: Part, protocols: number, codes: readonly string[]): void {
  part.rejected += protocols;
  for (const code of codes) part.codes.add(code);
}

function addPart(whole: Part, { rejected, reported, codes, times }: Part): void {
  whole.rejected += rejected;
  whole.reported += reported;
  for (const code of codes) whole.codes.add(code);
  for (const time of times) whole.times.add(time);
}

function isResultOf(entry: Entry, { id }: Contest): entry is Entry<Accepted> {
  return entry.type === 'accepted' && entry.kind === 'results' && entry.contest === id;
}

/** Whether a file came again with other records: the same bytes again change nothing. */
function hasSeveralVersions(uploads: readonly Entry<Accepted>[]): boolean {
  const files = new Set(uploads.map(({ file }) => file));
  return new Set(uploads.map(({ file, batch }) => `${batch}/${file}`)).size > files.size;
}

function timesOf(times: ReadonlySet<string>): Cells {
  const sorted = [...times].sort((a, b) => Date.parse(a) - Date.parse(b));
  return { first: sorted[0] ?? '', last: sorted.at(-1) ?? '' };
}

function timesAmong(uploads: readonly Entry[]): Cells {
  const known = new Set(['', ...uploads.map(({ at }) => at)]);
  const bounds = {
    expected: 'the time of an upload of the contest',
    allow: (cell: string) => known.has(cell),
  };
  return { first: bounds, last: bounds };
}

function atMost(reported: number): Cells[string] {
  return {
    expected: `a whole number up to ${reported}, the protocols reported`,
    allow: (cell) => /^(0|[1-9][0-9]{0,15})$/.test(cell) && Number(cell) <= reported,
  };
}
