import type { HeldThreshold } from '../../../model/generated/election.ts';
import type { OptionId } from '../../../model/ids.ts';
import type { Contender } from '../../count/contenders.ts';
import type { Tally } from '../../count/tally.ts';
import { goOn, lazily, type Progress } from '../../progress.ts';

/** The lists that hold as many seats of another contest as the law asks for. */
export function meetHeld(
  { heldSeats: required, law }: HeldThreshold,
  { held }: Tally,
  lists: readonly Contender[],
): Progress<ReadonlySet<OptionId>> {
  const seatsOf = (option: OptionId) => held.get(option) ?? 0;
  const met = new Set(lists.map(({ option }) => option).filter((option) => seatsOf(option) >= required));
  const steps = lazily(function* () {
    for (const { option } of lists)
      yield { rule: 'held-threshold', law, option, held: seatsOf(option), required, passes: met.has(option) };
  });
  return goOn(met, steps);
}
