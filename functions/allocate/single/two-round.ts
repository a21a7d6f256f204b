import type { TwoRound } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json.ts';
import { baseFigure, baseStep, votesFigure } from '../count/bases.ts';
import { type Contender, contendersOf, leadersOf } from '../count/contenders.ts';
import { requiredVotes, verdictOn } from '../count/shares.ts';
import type { Tally } from '../count/tally.ts';
import { exact } from '../exact.ts';
import { type Decision, decided, follow, goOn, type Progress, undetermined } from '../progress.ts';
import { mostVotes } from './most-votes.ts';

/**
 * A majority in the first round, else a second between the first two, in which more votes than the other suffice. In Kazakhstan,
 * Constitutional Law on Elections, Art. 9(1), 64, 65.
 */
export function twoRound(system: TwoRound, tally: Tally): Decision {
  return follow(contendersOf(tally), (candidates) =>
    system.round === 1 ? firstRound(system, tally, candidates) : secondRound(system, candidates),
  );
}

function firstRound(system: TwoRound, tally: Tally, candidates: readonly Contender[]): Decision {
  const leaders = mostVotes(candidates, system.law);
  const majority = follow(leaders, (first) => majorityOf(system, tally, first));
  return follow(majority, (leading) => runoff(system, candidates, leading));
}

/** Elected with the majority and more votes than any other; goes on with the leaders when nobody has both. */
function majorityOf(
  system: TwoRound,
  tally: Tally,
  leaders: readonly Contender[],
): Progress<readonly Contender[]> {
  const [first, ...tied] = leaders;
  if (!first) return goOn(leaders, []);
  const share = system.majority;
  const base = baseFigure(share.base, tally);
  const result = verdictOn(votesFigure(first.option, tally), base, share);
  const { option, votes } = first;
  const steps = [
    baseStep(base, share),
    {
      rule: 'majority' as const,
      law: share.law,
      option,
      votes: jsonCount(votes),
      required: base.votes === null ? null : exact(requiredVotes(share, base.votes)),
      inclusive: share.inclusive,
      result,
    },
  ];
  if (result === 'undetermined')
    return undetermined(
      'figures-missing',
      `The majority is a share of a figure that has not been published: ${base.missing.join(', ')}.`,
      steps,
    );
  if (result === 'holds' && tied.length === 0) return decided({ status: 'elected', option }, steps);
  return goOn(leaders, steps);
}

/** The first two go on. Which of several tied for the second place does, the law does not say. */
function runoff(system: TwoRound, candidates: readonly Contender[], leaders: readonly Contender[]): Decision {
  const rest = candidates.filter(({ votes }) => votes > 0n && votes !== leaders[0]?.votes);
  const seconds = leaders.length > 1 ? [] : leadersOf(rest);
  const options: OptionId[] = [...leaders, ...seconds].map(({ option }) => option);
  const step = { rule: 'runoff' as const, law: system.runoffLaw, options };
  if (options.length === 2) return decided({ status: 'runoff', options }, [step]);
  if (options.length < 2)
    return undetermined(
      'no-second',
      `${options.join(', ')} has no majority, and no other candidate has a vote: the law does not say what then.`,
      [step],
    );
  const tied = (leaders.length > 1 ? leaders : seconds).map(({ option }) => option).join(', ');
  return undetermined(
    'second-place-tied',
    `${tied} are tied for a place in the second round: the law does not say who goes on.`,
    [step],
  );
}

function secondRound(system: TwoRound, candidates: readonly Contender[]): Decision {
  return follow(mostVotes(candidates, system.runoffLaw ?? system.law), (leaders) => {
    const options = leaders.map(({ option }) => option);
    const [first, ...tied] = options;
    if (first !== undefined && tied.length === 0) return decided({ status: 'elected', option: first }, []);
    return decided({ status: 'repeat-voting', options }, []);
  });
}
