import type { Share } from '../../model/generated/election.ts';
import type { Outcome } from '../../model/law/allocation.ts';
import { turnout } from '../count/conditions.ts';
import type { Tally } from '../count/tally.ts';
import { goOn, type Progress, undetermined } from '../progress.ts';

/** Why nobody has won. */
export type WhyNobody = Extract<Outcome, { status: 'repeat-election' }>['reason'];

/** Whether enough voters took part for the vote to be valid; goes on with true where the law asks for none. */
export function enoughTookPart(share: Share | undefined, tally: Tally): Progress<boolean> {
  if (!share) return goOn(true, []);
  const { verdict, steps, missing } = turnout(share, tally);
  if (verdict === 'undetermined')
    return undetermined(
      'figures-missing',
      `The turnout that the law asks for cannot be checked: ${missing.join(', ')} has not been published.`,
      steps,
    );
  return goOn(verdict === 'holds', steps);
}
