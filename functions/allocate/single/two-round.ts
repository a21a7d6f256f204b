import type { TwoRound } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { jsonCount } from '../../model/json/json.ts';
import type { Step } from '../../model/law/allocation.ts';
import { baseFigure, baseStep, votesFigure } from '../count/bases.ts';
import { minimum } from '../count/conditions.ts';
import { type Contender, contendersOf } from '../count/contenders.ts';
import { requiredVotes, verdictOn } from '../count/shares.ts';
import type { Tally } from '../count/tally.ts';
import { exact } from '../exact.ts';
import { type Decision, decided, follow, goOn, type Progress, undetermined } from '../progress.ts';
import { mostVotes } from './most-votes.ts';
import { runoff } from './runoff.ts';
import { told } from './told-apart.ts';
import { enoughTookPart } from './turnout.ts';

/**
 * A majority in the first round, else a second among the first two or as many as the law lets advance, in which more votes than any other
 * suffice. In Kazakhstan, Constitutional Law on Elections, Art. 9(1), 64, 65.
 */
export function twoRound(system: TwoRound, tally: Tally): Decision {
  return follow(enoughTookPart(system.turnout, tally), (enough) =>
    enough
      ? follow(contendersOf(tally), (candidates) => rounds[system.round](system, tally, candidates))
      : decided({ status: 'repeat-election', seats: [], reason: 'turnout' }, []),
  );
}

const rounds = { 1: firstRound, 2: secondRound } as const;

function firstRound(system: TwoRound, tally: Tally, candidates: readonly Contender[]): Decision {
  const leaders = mostVotes(candidates, system.law);
  const majority = follow(leaders, (first) => majorityOf(system, tally, first));
  return follow(majority, () => runoff(system, tally, candidates));
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
  if (result === 'holds' && tied.length === 0) return withMinimum(system, tally, option, leaders, steps);
  return goOn(leaders, steps);
}

/** Another share that the law asks for beside the majority; without it there is a second round. */
function withMinimum(
  { minimum: share }: TwoRound,
  tally: Tally,
  option: OptionId,
  leaders: readonly Contender[],
  before: readonly Step[],
): Progress<readonly Contender[]> {
  const check = share ? minimum(share, tally, option) : null;
  const steps = [...before, ...(check?.steps ?? [])];
  if (check?.verdict === 'undetermined')
    return undetermined(
      'figures-missing',
      `The share that the winner needs cannot be checked: ${check.missing.join(', ')} has not been published.`,
      steps,
    );
  return check?.verdict === 'fails' ? goOn(leaders, steps) : decided({ status: 'elected', option }, steps);
}

function secondRound(system: TwoRound, tally: Tally, candidates: readonly Contender[]): Decision {
  return follow(mostVotes(candidates, system.runoffLaw ?? system.law), (leaders) => {
    const options = leaders.map(({ option }) => option);
    const [first, ...tied] = options;
    if (first !== undefined && tied.length === 0) return decided({ status: 'elected', option: first }, []);
    const { secondRoundTie: rule = 'repeat-voting' } = system;
    if (rule === 'repeat-voting') return decided({ status: rule, options }, []);
    if (rule === 'repeat-election') return decided({ status: rule, seats: [], reason: 'tie' }, []);
    const law = system.secondRoundTieLaw ?? system.runoffLaw;
    return follow(told({ options, seats: 1 }, rule, law, tally), ([winner]) =>
      winner === undefined
        ? decided({ status: 'repeat-voting', options }, [])
        : decided({ status: 'elected', option: winner }, []),
    );
  });
}
