import type { Contest } from '../../model/generated/election.ts';
import type { Measures } from '../../model/generated/measures.ts';
import { certificateOf, contestSum } from '../figures/contest.ts';
import { shareOf } from '../figures/shares.ts';
import type { Release } from '../release.ts';
import { comparisonOf } from './comparison.ts';
import { indicesOf, standingsOf } from './contest.ts';

/** What is often computed from votes and seats, of each contest with published votes and of the contests of one system together. */
export function measuresOf(release: Release): Measures {
  const { definition, election, version, state } = release;
  const contests = definition.contests.filter((contest) => contestSum(release, contest).reported > 0);
  const bySystem = Map.groupBy(definition.contests, ({ system }) => system);
  return {
    election,
    version,
    revision: state.revision,
    contests: contests.map((contest) => ofContest(release, contest)),
    systems: [...bySystem]
      .filter(([, own]) => own.length > 1 && own.some((contest) => contests.includes(contest)))
      .map(([system, own]) => ofSystem(release, system, own)),
  };
}

function ofContest(release: Release, contest: Contest): Measures['contests'][number] {
  const sum = contestSum(release, contest);
  const { margins } = certificateOf(release, contest);
  const standings = standingsOf(release, contest);
  return {
    contest: contest.id,
    provisional: sum.provisional,
    turnout: {
      castPercent: shareOf(sum, 'cast', 'registered'),
      issuedPercent: shareOf(sum, 'issued', 'registered'),
    },
    indices: standings && indicesOf(standings, 'option'),
    lastSeat: margins?.lastSeat ?? null,
    thresholds: margins?.thresholds ?? [],
    comparison: standings && comparisonOf(release.definition.comparedWith, contest, standings),
  };
}

function ofSystem(
  release: Release,
  system: string,
  contests: readonly Contest[],
): Measures['systems'][number] {
  const standings = contests.map((contest) => standingsOf(release, contest));
  const known = standings.filter((one) => one !== null);
  return {
    system,
    contests: contests.length,
    provisional: contests.some((contest) => contestSum(release, contest).provisional),
    indices: known.length === contests.length ? indicesOf(known.flat(), 'party') : null,
  };
}
