import { type AreaId, isStationId, type StationId } from '../../functions/model/ids.ts';
import { greatest, least, sumOf, take } from './apportion.ts';
import type { CompleteCounts } from './counts.ts';
import { SynthesisError } from './errors.ts';
import { between, type Random } from './random.ts';
import type { Region } from './regions.ts';

/** A made-up station and its protocol. */
export interface SyntheticStation {
  readonly area: AreaId;
  readonly station: StationId;
  readonly name: string;
  readonly registered: bigint;
  readonly issued: bigint;
  /** The sum of the votes and the invalid ballots. */
  readonly cast: bigint;
  readonly invalid: bigint;
  /** In the order of the totals that were given. */
  readonly votes: readonly bigint[];
  readonly further: ReadonlyMap<'absentee' | 'outside' | 'unused', bigint>;
}

/** What is shared out among the stations. */
export interface Electorate {
  readonly votes: readonly bigint[];
  readonly counts: CompleteCounts;
  /** Voters that no station exceeds. */
  readonly maximum: bigint;
}

/**
 * The stations of the regions, one after the other, in constant memory. Every voter belongs to one of these groups: voted for an option, cast an invalid
 * ballot, kept the ballot, stayed away. A station is a number of voters taken out of what is left of the groups of its region, so the
 * order registered ≥ issued ≥ cast holds in each, and the sums are exact when the last has been taken.
 */
export function* makeStations(
  electorate: Electorate,
  regions: readonly Region[],
  random: Random,
): Generator<SyntheticStation> {
  const total = regions.reduce((sum, { stations }) => sum + stations, 0);
  const digits = String(total).length;
  const further = furtherCounts(electorate.counts);
  let groups = groupsOf(electorate);
  let left = total;
  let number = 0;
  for (const region of regions) {
    left -= region.stations;
    const voters = drawVoters(
      sumOf(groups),
      region.stations,
      left,
      electorate.maximum,
      between(random, 900, 1100),
    );
    let own = take(groups, voters, factors(random, groups.length, 150));
    groups = subtract(groups, own);
    for (let rest = region.stations - 1; rest >= 0; rest -= 1) {
      const size = drawVoters(sumOf(own), 1, rest, electorate.maximum, between(random, 400, 1600));
      const taken = take(own, size, factors(random, own.length, 300));
      own = subtract(own, taken);
      number += 1;
      yield stationOf(region.area, String(number).padStart(digits, '0'), taken, further);
    }
  }
}

/** Votes by option, invalid, issued but not returned, not come: together everybody registered. */
function groupsOf({ votes, counts: { registered, issued, cast, invalid } }: Electorate): bigint[] {
  return [...votes, invalid, issued - cast, registered - issued];
}

/** How many of `voters` go to the next `stations` when `rest` more follow: their share times the factor (per mille), within what the law allows all. */
function drawVoters(voters: bigint, stations: number, rest: number, maximum: bigint, factor: number): bigint {
  const [own, others] = [BigInt(stations), BigInt(rest)];
  const minimum = voters >= own + others ? 1n : 0n;
  const share = (voters * own * BigInt(factor)) / ((own + others) * 1000n);
  const lowest = greatest(minimum * own, voters - maximum * others);
  const highest = least(maximum * own, voters - minimum * others);
  return least(greatest(share, lowest), highest);
}

function factors(random: Random, length: number, spread: number): bigint[] {
  return Array.from({ length }, () => BigInt(between(random, 1000 - spread, 1000 + spread)));
}

function subtract(groups: readonly bigint[], taken: readonly bigint[]): bigint[] {
  return groups.map((group, index) => group - (taken[index] ?? 0n));
}

function stationOf(
  area: AreaId,
  number: string,
  taken: readonly bigint[],
  further: Further,
): SyntheticStation {
  const votes = taken.slice(0, -3);
  const [invalid = 0n, unreturned = 0n, absent = 0n] = taken.slice(-3);
  const cast = sumOf(votes) + invalid;
  const issued = cast + unreturned;
  const station = `SYN-${number}`;
  if (!isStationId(station))
    throw new SynthesisError('parameter-invalid', `${station} cannot be a station id`);
  const counts = { registered: issued + absent, issued, cast, invalid };
  return {
    area,
    station,
    name: `Synthetic station ${number}`,
    ...counts,
    votes,
    further: further(cast, issued),
  };
}

type Further = (cast: bigint, issued: bigint) => SyntheticStation['further'];

/** Shares the further counts out in proportion to cast (unused: to issued), each station what is due of the rest, so that the sums are exact. */
function furtherCounts({ cast, issued, further }: CompleteCounts): Further {
  const left = new Map(further);
  const base = { cast, issued };
  return (ownCast, ownIssued) => {
    const own = new Map<'absentee' | 'outside' | 'unused', bigint>();
    for (const [field, count] of left) {
      const [size, whole] = field === 'unused' ? [ownIssued, base.issued] : [ownCast, base.cast];
      const part = size === whole ? count : (2n * count * size + whole) / (2n * whole);
      own.set(field, part);
      left.set(field, count - part);
    }
    base.cast -= ownCast;
    base.issued -= ownIssued;
    return own;
  };
}
