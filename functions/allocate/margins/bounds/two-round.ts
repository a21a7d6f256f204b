import type { System, TwoRound } from '../../../model/generated/election.ts';
import { baseFigure, type Figure, votesFigure } from '../../count/bases.ts';
import type { Contender } from '../../count/contenders.ts';
import type { Tally } from '../../count/tally.ts';
import type { Bounds, BoundsWithin } from './bounds.ts';
import { onlyKnown } from './known.ts';
import { candidatesOf, mostVotesWithin, oneSeat } from './plurality.ts';
import { verdictWithin } from './shares.ts';

/**
 * Two rounds. The first is decided when one candidate has the majority and most votes however the further votes fall, and also when nobody
 * can reach the majority and the first two cannot be overtaken by a third. The second is decided as by plurality.
 */
export function twoRoundBounds(system: System, tally: Tally): BoundsWithin | null {
  if (system.type !== 'two-round' || !onlyKnown(system, members) || !onlyKnown(system.majority, ofShare))
    return null;
  const candidates = candidatesOf(tally);
  if (!candidates) return null;
  if (system.round === 2) return ({ votes }) => mostVotesWithin(tally, candidates, votes);
  const base = baseFigure(system.majority.base, tally);
  return base.votes === null ? null : ({ votes }) => firstRound(system, tally, candidates, base, votes);
}

const members = ['type', 'round', 'majority', 'law', 'runoffLaw'];
const ofShare = ['percent', 'base', 'inclusive', 'law'];

function firstRound(
  { majority }: TwoRound,
  tally: Tally,
  candidates: readonly Contender[],
  base: Figure,
  further: bigint,
): Bounds {
  const verdicts = candidates.map((candidate) => ({
    candidate,
    verdict: verdictWithin(votesFigure(candidate.option, tally), base, majority, further),
  }));
  const able = verdicts.filter(({ verdict }) => verdict !== 'fails').map(({ candidate }) => candidate);
  const winner = verdicts.find(
    ({ candidate, verdict }) => verdict === 'holds' && isAhead(candidate, candidates, further),
  );
  if (winner) return { decided: true, seats: oneSeat(tally, [winner.candidate], true) };
  const decided = able.length === 0 && pairIsFirm(candidates, further);
  return { decided, seats: oneSeat(tally, able, false) };
}

function isAhead({ option, votes }: Contender, candidates: readonly Contender[], further: bigint): boolean {
  return candidates.every((other) => other.option === option || votes > other.votes + further);
}

/** Whether no third candidate can come up to the second. */
function pairIsFirm(candidates: readonly Contender[], further: bigint): boolean {
  const votes = candidates.map((candidate) => candidate.votes).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const [, second, third] = votes;
  return second !== undefined && second > 0n && (third === undefined || second > third + further);
}
