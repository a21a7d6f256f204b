import type { Contest } from '../../model/generated/election.ts';
import type { AreaId, OptionId } from '../../model/ids.ts';
import { sumTotals } from '../../model/records/batch.ts';
import { type MergedProtocol, votesField } from '../../model/records/protocol.ts';
import { contestSum, votesOf } from '../figures/contest.ts';
import type { Release } from '../release.ts';
import { type Counts, column, texts } from './columns.ts';

/**
 * A part and the whole that it is of, station by station. The part is -1 where the station does not state it, the whole where there is no share:
 * it does not state both, or the whole is zero. Digits need the part alone: stations abroad, say, may have no voters on a list.
 */
export interface Pairs {
  readonly part: Counts;
  readonly whole: Counts;
}

/** What the stations of a contest state, in the order of the published rows: numbers a station, no objects. */
export interface Sample {
  readonly stations: number;
  /** Where the stations of an area lie: from the first to before the end. */
  readonly ranges: ReadonlyMap<AreaId, readonly [first: number, end: number]>;
  /** Voters who took part, of the registered. */
  readonly turnout: Pairs;
  /** Votes of the leader, of those for all options. */
  readonly leader: Pairs;
  /** The option with the most votes in the contest; null where there are no votes. */
  readonly option: OptionId | null;
  /** The id of a station by its number. */
  station(index: number): string;
}

/** Reads the protocols of a contest once. Protocols of areas as a whole, and of areas outside the contest, are passed over. */
export async function sampleOf(release: Release, contest: Contest): Promise<Sample> {
  const option = leaderOf(release, contest);
  const voters = votersField(release, contest);
  const [voted, registered, leader, all] = [column(), column(), column(), column()];
  const [ids, ranges] = [texts(), new Map<AreaId, readonly [number, number]>()];
  let length = 0;
  for await (const page of release.records.protocols(contest.id))
    for (const protocol of page) {
      const { area, station, values } = protocol;
      if (station === null || !release.tree.within(area, contest.area)) continue;
      const [part, whole] = pair(values.get(voters)?.count, values.get('registered')?.count);
      voted.push(part);
      registered.push(whole);
      const [own, sum] = pair(
        option === null ? undefined : votes(protocol, option),
        allVotes(protocol, contest),
      );
      leader.push(own);
      all.push(sum);
      ids.push(station);
      ranges.set(area, [ranges.get(area)?.[0] ?? length, length + 1]);
      length += 1;
    }
  return {
    stations: length,
    ranges,
    turnout: { part: voted.values(), whole: registered.values() },
    leader: { part: leader.values(), whole: all.values() },
    option,
    station: ids.at,
  };
}

/** Of equals the first on the ballot. */
function leaderOf(release: Release, contest: Contest): OptionId | null {
  const sum = contestSum(release, contest);
  let leader: { readonly option: OptionId; readonly votes: bigint } | null = null;
  for (const { id, kind } of contest.options) {
    const count = kind === 'against-all' || kind === 'not-counted' ? null : votesOf(sum, id);
    if (count !== null && count > (leader?.votes ?? 0n)) leader = { option: id, votes: count };
  }
  return leader?.option ?? null;
}

/** One count for the whole contest, so that stations can be compared. */
function votersField(release: Release, contest: Contest): 'cast' | 'issued' {
  const { values } = sumTotals(release.totals.get(contest.id) ?? []);
  return (values.get('issued')?.units ?? 0) > (values.get('cast')?.units ?? 0) ? 'issued' : 'cast';
}

function pair(part: number | undefined, whole: number | undefined): readonly [number, number] {
  if (part === undefined) return [-1, -1];
  return [part, whole === undefined || whole === 0 ? -1 : whole];
}

function votes({ values }: MergedProtocol, option: OptionId): number | undefined {
  return values.get(votesField(option))?.count;
}

function allVotes(protocol: MergedProtocol, { options }: Contest): number {
  let sum = 0;
  for (const { id } of options) sum += votes(protocol, id) ?? 0;
  return sum;
}
