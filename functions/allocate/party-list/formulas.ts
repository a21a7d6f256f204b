import type { PartyList } from '../../model/generated/election.ts';
import { goOn, type Progress } from '../progress.ts';
import { highestAverages } from './highest-averages/highest-averages.ts';
import { largestRemainder } from './largest-remainder/largest-remainder.ts';
import type { Filled, Formula, Problem } from './problem.ts';

/** Distributes the seats of a problem by the formula of its system. Where nobody takes part they are nobody's. */
export function distribute(problem: Problem): Progress<Filled> {
  if (problem.seats === 0 || problem.lists.length === 0)
    return goOn({ standing: problem.before, open: null }, []);
  const { formula } = problem.system;
  return apply(formula.type, formula, problem);
}

type Rules = { readonly [R in PartyList['formula'] as R['type']]: R };

/** The formulas, by the `type` that a definition names. */
const formulas: { readonly [Type in keyof Rules]: Formula<Rules[Type]> } = {
  'largest-remainder': largestRemainder,
  'highest-averages': highestAverages,
};

function apply<Type extends keyof Rules>(type: Type, rule: Rules[Type], problem: Problem): Progress<Filled> {
  return formulas[type](rule, problem);
}
