import type { OptionId } from '../../model/ids.ts';
import type { Tie } from '../../model/law/allocation.ts';
import type { Tally } from '../count/tally.ts';
import { breakTie, type TieRule } from '../count/ties.ts';
import { decided, goOn, type Progress, undetermined } from '../progress.ts';

/** Who of the tied wins by a rule; a lot that has not been drawn, or a place of registration that is not stated, leaves it open. */
export function told(
  { options, seats }: Tie,
  rule: TieRule,
  law: string | undefined,
  tally: Tally,
): Progress<readonly OptionId[]> {
  const { won, steps, open, unregistered } = breakTie({ options, seats }, { rules: [rule], law }, tally);
  if (unregistered.length > 0)
    return undetermined(
      'registration-missing',
      `${options.join(', ')} have equal votes, and the order of registration decides: state it in \`options\` of election.json for ${unregistered.join(', ')}.`,
      steps,
    );
  if (!open) return goOn(won, steps);
  const ties = [{ options: [...open.options], seats: open.seats }];
  return decided({ status: 'lots-required', seats: [], ties }, steps);
}
