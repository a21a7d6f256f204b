import { compare, type Fraction, fraction, multiply, parseFraction } from '../../../model/fraction.ts';
import type { Preferences } from '../../../model/generated/election.ts';
import type { Candidate } from '../../../model/records/roll.ts';
import { exact } from '../../exact.ts';
import type { Slate } from '../slate.ts';
import { type Ranked, type Ranking, rankingStep } from './ranked.ts';

/**
 * Candidates whose own votes reach the threshold, most votes first; then the others in the order of the list. Nothing is ranked while the votes
 * of a candidate who stands, or those of the list, are not published.
 */
export function preferences(slate: Slate, rule: Preferences): Ranking {
  const { candidates, option, law } = slate;
  const base = rule.of === 'quota' ? slate.quota : slate.votes === null ? null : fraction(slate.votes);
  const unknown = candidates.some(
    ({ status, preferences: own }) => status === undefined && own === undefined,
  );
  if (base === null || unknown) return { groups: [], rest: 'preferences-missing', steps: [] };
  const required = multiply(base, multiply(parseFraction(rule.percent), fraction(1n, 100n)));
  const reached = candidates
    .filter((candidate) => reaches(candidate, required, rule.inclusive))
    .sort((a, b) => ownVotes(b) - ownVotes(a) || a.order - b.order);
  const first = new Set(reached);
  const others = candidates.filter((candidate) => !first.has(candidate));
  const groups = [
    ...together(reached, rule.ties).map((group) => ranked(group, 'preferences', law)),
    ...others.map((candidate) => ranked([candidate], 'list-order', law)),
  ];
  return {
    groups,
    rest: 'list-exhausted',
    steps: [
      {
        rule: 'preference-threshold',
        law,
        option: option.id,
        of: rule.of,
        base: exact(base),
        percent: rule.percent,
        required: exact(required),
        inclusive: rule.inclusive,
        reached: reached.map((candidate) => ({ order: candidate.order, preferences: ownVotes(candidate) })),
      },
      rankingStep(slate, 'preferences', groups),
    ],
  };
}

/** Who has no vote of their own has reached nothing, whatever the share. */
function reaches(candidate: Candidate, required: Fraction, inclusive: boolean): boolean {
  const own = ownVotes(candidate);
  const difference = compare(fraction(BigInt(own)), required);
  return own > 0 && (inclusive ? difference >= 0 : difference > 0);
}

function ownVotes({ preferences: own }: Candidate): number {
  return own ?? 0;
}

/** Where lots decide, those with equally many votes stand together; else each alone. */
function together(reached: readonly Candidate[], ties: Preferences['ties']): Candidate[][] {
  if (ties === 'list-order') return reached.map((candidate) => [candidate]);
  return [...Map.groupBy(reached, ownVotes).values()];
}

function ranked(group: readonly Candidate[], basis: Ranked['basis'], law: Slate['law']): Ranked[] {
  return group.map((candidate) => ({ candidate, basis, law }));
}
