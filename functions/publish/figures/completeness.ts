import type { Contest } from '../../model/generated/election.ts';
import type { AreaId } from '../../model/ids.ts';
import { expectedStations } from '../../model/records/expected.ts';
import { pendingRejections } from '../../model/state.ts';
import { byCodePoint } from '../../model/text/text.ts';
import type { Release } from '../release.ts';
import { sumsByArea } from './contest.ts';

/** How far an area, with all that lie in it, is in a contest. */
export interface Completeness {
  readonly area: AreaId;
  /** Protocols expected; null where nobody has said, or not of every part of the area. */
  readonly expected: number | null;
  /** Protocols with votes. */
  readonly reported: number;
  /** Expected and not reported, at least zero; null where it is not known how many are expected. */
  readonly missing: number | null;
  /** Protocols in files whose newest version was rejected; those of an earlier version may still be in force. */
  readonly rejected: number;
  /** Why, as the codes of the errors, each once, in order. */
  readonly codes: readonly string[];
  /** Protocols of which a later version of their file states other numbers. */
  readonly corrected: number;
  /** When the first and the last accepted file with protocols came in, ISO 8601; null where none has. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Completeness of a contest, for its area and every area in it, parents before children. */
export async function completenessOf(release: Release, contest: Contest): Promise<Completeness[]> {
  const parts = partsByArea(
    release,
    contest,
    await release.history(contest.id),
    rejections(release, contest),
  );
  return [...sumsByArea(release, contest).values()].map(({ area, reported }) => {
    const { codes = [], ...part } = parts.get(area) ?? nothing;
    const expected = expectedIn(release, contest, area);
    const missing = expected === null ? null : Math.max(0, expected - reported);
    return { area, expected, reported, missing, ...part, codes: [...new Set(codes)].sort(byCodePoint) };
  });
}

type Part = Pick<Completeness, 'rejected' | 'codes' | 'corrected' | 'first' | 'last'>;

const nothing: Part = { rejected: 0, codes: [], corrected: 0, first: null, last: null };

/** Sums up the tree; from the end every child is known before its parent asks. */
function partsByArea(
  { definition, tree }: Release,
  contest: Contest,
  history: Awaited<ReturnType<Release['history']>>,
  rejected: ReadonlyMap<AreaId, readonly Part[]>,
): Map<AreaId, Part> {
  const parts = new Map<AreaId, Part>();
  for (const { id } of definition.areas.toReversed()) {
    if (!tree.within(id, contest.area)) continue;
    const own: Part = { ...nothing, ...history.get(id) };
    const below = tree.children(id).map((child) => parts.get(child) ?? nothing);
    parts.set(id, [...(rejected.get(id) ?? []), ...below].reduce(together, own));
  }
  return parts;
}

function together(a: Part, b: Part): Part {
  return {
    rejected: a.rejected + b.rejected,
    codes: b.codes.length === 0 ? a.codes : [...new Set([...a.codes, ...b.codes])],
    corrected: a.corrected + b.corrected,
    first: pick(a.first, b.first, (x, y) => x < y),
    last: pick(a.last, b.last, (x, y) => x > y),
  };
}

function pick(a: string | null, b: string | null, wins: (x: number, y: number) => boolean): string | null {
  if (a === null || b === null) return a ?? b;
  return wins(Date.parse(b), Date.parse(a)) ? b : a;
}

/** What was rejected, by area. A file of which no protocol could be read counts for the area of the contest, with its codes alone. */
function rejections({ ledger, state, tree }: Release, contest: Contest): Map<AreaId, Part[]> {
  const parts = new Map<AreaId, Part[]>();
  for (const entry of pendingRejections(ledger, state)) {
    if (entry.contest !== contest.id) continue;
    const known = entry.areas.filter(({ area }) => tree.within(area, contest.area));
    const areas = known.length > 0 ? known : [{ area: contest.area, protocols: 0 }];
    for (const { area, protocols } of areas)
      parts.set(area, [...(parts.get(area) ?? []), { ...nothing, rejected: protocols, codes: entry.codes }]);
  }
  return parts;
}

function expectedIn({ tree, stations }: Release, contest: Contest, area: AreaId): number | null {
  if (contest.reportedBy === 'station') return expectedStations(area, tree, stations);
  const reporting = contest.reportingAreas ?? [contest.area];
  return reporting.filter((id) => tree.within(id, area)).length;
}
