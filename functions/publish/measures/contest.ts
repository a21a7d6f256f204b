import { fraction } from '../../model/fraction.ts';
import type { Contest } from '../../model/generated/election.ts';
import type { Measures } from '../../model/generated/measures.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import { certificateOf, computedSeats, contestSum, votesOf } from '../figures/contest.ts';
import type { Release } from '../release.ts';
import { percentage } from './indices/decimals.ts';
import { golosov, laaksoTaagepera } from './indices/effective-parties.ts';
import { gallagher } from './indices/gallagher.ts';
import { loosemoreHanby } from './indices/loosemore-hanby.ts';

type Indices = NonNullable<Measures['contests'][number]['indices']>;

/** A list or candidate with what it has won. */
export interface Standing {
  readonly option: OptionId;
  /** What it is counted under where contests are put together: its party, else itself. */
  readonly party: string;
  readonly votes: bigint;
  /** Null where the outcome does not say. */
  readonly seats: number | null;
}

/** Lists and candidates of a contest in ballot order; null where votes of one are not published, or there are none to stand. */
export function standingsOf(release: Release, contest: Contest): Standing[] | null {
  const sum = contestSum(release, contest);
  const { outcome } = certificateOf(release, contest);
  const standings: Standing[] = [];
  for (const { id, kind, party } of contest.options) {
    if (kind !== 'list' && kind !== 'candidate') continue;
    const votes = votesOf(sum, id);
    if (votes === null) return null;
    // No party id has a slash, so an option alone is never taken for a party.
    standings.push({
      option: id,
      party: party ?? `${contest.id}/${id}`,
      votes,
      seats: computedSeats(outcome, id),
    });
  }
  return standings.some(({ votes }) => votes > 0n) ? standings : null;
}

/**
 * The indices of one contest, of which each list and candidate stands for itself, or of several put together by party. Shares are taken of the votes for lists and candidates: against all
 * and invalid ballots are in neither.
 */
export function indicesOf(standings: readonly Standing[], by: 'option' | 'party'): Indices {
  const votes = standings.reduce((sum, one) => sum + one.votes, 0n);
  const known = standings.every(({ seats }) => seats !== null);
  const seats = standings.reduce((sum, one) => sum + BigInt(one.seats ?? 0), 0n);
  const parties = [...Map.groupBy<string, Standing>(standings, (one) => one[by]).values()].map((own) => ({
    votes: own.reduce((sum, one) => sum + one.votes, 0n),
    seats: own.reduce((sum, one) => sum + BigInt(one.seats ?? 0), 0n),
  }));
  const shares = { parties, votes, seats: known ? seats : 0n };
  const wasted = standings.reduce((sum, one) => sum + (one.seats === 0 ? one.votes : 0n), 0n);
  return {
    votes: jsonCount(votes),
    seats: known ? Number(seats) : null,
    gallagher: gallagher(shares),
    loosemoreHanby: loosemoreHanby(shares),
    effectiveByVotes: effective(
      parties.map((party) => party.votes),
      votes,
    ),
    effectiveBySeats: effective(known ? parties.map((party) => party.seats) : [], seats),
    wastedVotes: known ? jsonCount(wasted) : null,
    wastedPercent: known && votes > 0n ? percentage(fraction(wasted, votes)) : null,
  };
}

function effective(parts: readonly bigint[], total: bigint): Indices['effectiveByVotes'] {
  return { laaksoTaagepera: laaksoTaagepera(parts, total), golosov: golosov(parts, total) };
}
