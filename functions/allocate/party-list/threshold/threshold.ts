import type { HeldThreshold, PartyList, ShareThreshold } from '../../../model/generated/election.ts';
import type { OptionId } from '../../../model/ids.ts';
import type { Step } from '../../../model/law/allocation.ts';
import type { Contender } from '../../count/contenders.ts';
import type { Tally } from '../../count/tally.ts';
import { follow, goOn, type Progress } from '../../progress.ts';
import { meetHeld } from './held.ts';
import { meetShare } from './share.ts';

/** The lists that have what the law asks for, and those that have not; both in ballot order. */
export interface Passing {
  readonly passed: readonly Contender[];
  readonly failed: readonly Contender[];
}

/**
 * Which lists pass: by one condition, by any of several or by all of them. Without a threshold every list with votes does; a list
 * without votes never does.
 */
export function threshold(
  { threshold: rule }: PartyList,
  tally: Tally,
  lists: readonly Contender[],
): Progress<Passing> {
  if (!rule) return admit(lists, () => true, {});
  if ('any' in rule)
    return follow(meetEach(rule.any, tally, lists), (met) =>
      admit(lists, ({ option }) => met.some((those) => those.has(option)), {
        law: rule.law,
        conditions: 'any',
      }),
    );
  if ('all' in rule)
    return follow(meetEach(rule.all, tally, lists), (met) =>
      admit(lists, ({ option }) => met.every((those) => those.has(option)), {
        law: rule.law,
        conditions: 'all',
      }),
    );
  return follow(meetShare(rule, tally, lists), (met) =>
    admit(lists, ({ option }) => met.has(option), { law: rule.law }),
  );
}

/** The lists that meet each of the conditions. */
function meetEach(
  conditions: readonly (ShareThreshold | HeldThreshold)[],
  tally: Tally,
  lists: readonly Contender[],
): Progress<readonly ReadonlySet<OptionId>[]> {
  return conditions.reduce<Progress<readonly ReadonlySet<OptionId>[]>>(
    (before, condition) =>
      follow(before, (met) =>
        follow(
          'heldSeats' in condition ? meetHeld(condition, tally, lists) : meetShare(condition, tally, lists),
          (those) => goOn([...met, those], []),
        ),
      ),
    goOn([], []),
  );
}

function admit(
  lists: readonly Contender[],
  meets: (list: Contender) => boolean,
  told: Pick<Extract<Step, { rule: 'admitted' }>, 'law' | 'conditions'>,
): Progress<Passing> {
  const { passed = [], failed = [] } = Object.groupBy(lists, (list) =>
    list.votes > 0n && meets(list) ? 'passed' : 'failed',
  );
  const step: Step = { rule: 'admitted', ...told, options: passed.map(({ option }) => option) };
  return goOn({ passed, failed }, [step]);
}
