import type { Seats, Step, Tie } from '../../model/law/allocation.ts';
import { breakTie } from '../count/ties.ts';
import { decided, goOn, joined, type Progress, undetermined } from '../progress.ts';
import { fillable } from './lengths.ts';
import type { Filled, Problem } from './problem.ts';
import { type Award, awarded, awardSteps, type Standing, seatsByOption } from './standing.ts';

/**
 * Gives the seats that are tied for to those who win the tie, each by an award of `claims` told by `step`. The outcome is known where a lot
 * is left to be drawn, or where the law asks for an order of registration that is not stated.
 */
export function settle<A extends Award>(
  { system, tally, passesLimits }: Problem,
  standing: Standing,
  tie: Tie | null,
  claims: readonly A[],
  step: (award: A, standing: Seats[]) => Step,
): Progress<Filled> {
  if (!tie) return goOn({ standing, open: null }, []);
  if (passesLimits(standing, tie)) return goOn({ standing, open: tie }, []);
  const { won, steps, open, unregistered } = breakTie(
    tie,
    { rules: system.ties, law: system.tiesLaw },
    tally,
  );
  if (unregistered.length > 0)
    return undetermined('registration-missing', unregisteredText(tie, unregistered), steps);
  const winners = new Set(won);
  const awards = claims.filter(({ option }) => winners.has(option));
  const after = awarded(standing, awards);
  const told = joined(steps, awardSteps(standing, awards, step));
  if (!open) return goOn({ standing: after, open: null }, told);
  const ties = [{ options: [...open.options], seats: open.seats }];
  return decided(
    { status: 'lots-required', seats: seatsByOption(tally, fillable(tally, after)), ties },
    told,
  );
}

function unregisteredText(tie: Tie, missing: readonly string[]): string {
  const tied = `${tie.options.join(', ')} have equal claims to a seat, and the order of registration decides`;
  return `${tied}: state it in \`options\` of election.json for ${missing.join(', ')}.`;
}
