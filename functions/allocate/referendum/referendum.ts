import type { Referendum } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import type { Outcome } from '../../model/law/allocation.ts';
import { approval, majority, turnout } from '../count/conditions.ts';
import type { Tally } from '../count/tally.ts';
import { type Decision, decided, undetermined } from '../progress.ts';
import { type Condition, regions } from './regions.ts';

/**
 * A question answered yes or no. The conditions of the law are checked in order, each on its own: enough voters took part, enough
 * of them said yes, enough of all that could, and in enough regions. One whose figures were never published is named, not guessed; without the
 * majority itself there is no answer. In Kazakhstan, Constitutional Law on the Republican Referendum, Art. 31(2), (3).
 */
export function referendum(system: Referendum, tally: Tally): Decision {
  const yes = tally.contest.options.find(({ kind }) => kind === 'yes');
  if (!yes) return undetermined('figures-missing', 'The contest has no option of kind "yes".');
  const conditions = conditionsOf(system, tally, yes.id);
  const steps = conditions.flatMap((condition) => condition.steps);
  const open = conditions.filter(({ verdict }) => verdict === 'undetermined').map(({ id }) => id);
  const failed = conditions.find(({ verdict }) => verdict === 'fails');
  if (!failed && open.includes('majority'))
    return undetermined(
      'figures-missing',
      'The majority cannot be checked: figures that it needs have not been published.',
      steps,
    );
  return decided({ status: statusAfter(failed), undetermined: open }, steps);
}

function conditionsOf(system: Referendum, tally: Tally, yes: OptionId): readonly Condition[] {
  return [
    ...(system.turnout ? [turnout(system.turnout, tally)] : []),
    majority(system.majority, tally, yes),
    ...(system.approval ? [approval(system.approval, tally, yes)] : []),
    ...(system.regions ? regions(system.regions, tally, yes) : []),
  ];
}

function statusAfter(failed: Condition | undefined): Extract<Outcome, { undetermined: unknown }>['status'] {
  if (!failed) return 'adopted';
  return failed.id === 'turnout' ? 'invalid' : 'rejected';
}
