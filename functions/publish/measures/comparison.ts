import { add, divide, type Fraction, fraction, parseFraction, subtract } from '../../model/fraction.ts';
import type { ComparedContest, Comparison, Contest } from '../../model/generated/election.ts';
import type { Measures } from '../../model/generated/measures.ts';
import type { Standing } from './contest.ts';
import { percentage } from './indices/decimals.ts';
import { type Change, pedersen } from './indices/pedersen.ts';
import { butlerSwing, steedSwing } from './indices/swing.ts';

type Compared = NonNullable<Measures['contests'][number]['comparison']>;

/**
 * A contest beside the earlier election that the definition names; null where it names none for it. A party that is continued is compared
 * with the sum of those that merged into it; one that is new comes from nothing, and one that none continues goes to nothing.
 */
export function comparisonOf(
  comparison: Comparison | undefined,
  contest: Contest,
  standings: readonly Standing[],
): Compared | null {
  const earlier = comparison?.contests.find((one) => one.contest === contest.id);
  const votes = standings.reduce((sum, one) => sum + one.votes, 0n);
  if (!comparison || !earlier || votes === 0n) return null;
  const former = sharesBefore(earlier);
  const changes = standings.map((one) => ({
    option: one.option,
    votes: one.votes,
    before: sumOf(former.filter(({ party }) => party.continuedBy === one.option)),
    after: fraction(one.votes, votes),
  }));
  // A party may be continued by an option that is no list or candidate of the shares, as one that was taken off: then by none.
  const standing = new Set<string>(standings.map(({ option }) => option));
  const gone = former.filter(
    ({ party }) => party.continuedBy === undefined || !standing.has(party.continuedBy),
  );
  return {
    name: comparison.name,
    election: comparison.election ?? null,
    source: comparison.source,
    pedersen: pedersen([...changes, ...gone.map(({ share }) => ({ before: share, after: fraction(0n) }))]),
    swing: swingOf(changes),
    changes: changes.map(({ option, before, after }) => ({
      option,
      percent: percentage(after),
      before: percentage(before),
      change: percentage(subtract(after, before)),
    })),
    discontinued: gone.map(({ party, share }) => ({ name: party.name, before: percentage(share) })),
  };
}

interface Former {
  readonly party: ComparedContest['parties'][number];
  readonly share: Fraction;
}

/** Shares of the votes for parties then: of those listed where votes are given, else as they were published. */
function sharesBefore({ parties }: ComparedContest): Former[] {
  const all = parties.reduce((sum, { votes = 0 }) => sum + BigInt(votes), 0n);
  return parties.map((party) => ({
    party,
    share:
      party.percent === undefined
        ? fraction(BigInt(party.votes ?? 0), all === 0n ? 1n : all)
        : divide(parseFraction(party.percent), fraction(100n)),
  }));
}

function sumOf(former: readonly Former[]): Fraction {
  return former.reduce((sum, { share }) => add(sum, share), fraction(0n));
}

/** Between the two with most votes; of those that are equal, the one that stands first on the ballot. */
function swingOf(changes: readonly (Change & Pick<Standing, 'option' | 'votes'>)[]): Compared['swing'] {
  const [to, from] = changes.toSorted((a, b) => (a.votes === b.votes ? 0 : a.votes > b.votes ? -1 : 1));
  if (!to || !from) return null;
  return { to: to.option, from: from.option, butler: butlerSwing(to, from), steed: steedSwing(to, from) };
}
