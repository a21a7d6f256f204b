import { allocate } from '../../functions/allocate/allocate.ts';
import { seatsIn } from '../../functions/allocate/seats.ts';
import type { Option, System } from '../../functions/model/generated/election.ts';
import type { ContestId, OptionId, Text } from '../../functions/model/ids.ts';
import { jsonCount } from '../../functions/model/json/json.ts';
import type { AllocationInput, Outcome } from '../../functions/model/law/allocation.ts';
import { sumTotals } from '../../functions/model/records/batch.ts';
import { votesField } from '../../functions/model/records/protocol.ts';

/** What the same votes make of a contest under the law in force and, where one is asked for, under another rule. */
export interface Comparison {
  readonly contest: ContestId;
  readonly name: Text;
  readonly provisional: boolean;
  readonly inForce: Result;
  readonly changed: Result | null;
  /** Those that can win, in ballot order. */
  readonly options: readonly OptionComparison[];
}

/** A system and what it makes of the votes. */
export interface Result {
  readonly system: System;
  readonly outcome: Outcome;
}

/** The seats of an option; null where an outcome does not give them. */
export interface OptionComparison {
  readonly option: OptionId;
  readonly name: Text;
  /** Null where none are published; as text from 2^53 on. */
  readonly votes: number | string | null;
  readonly inForce: number | null;
  readonly changed: number | null;
  /** Seats more under the changed rule, fewer below zero. */
  readonly difference: number | null;
}

/** Allocates a contest under the law in force and under another rule; null: under the law in force alone. */
export function compared(before: AllocationInput, after: AllocationInput | null): Comparison {
  const { contest } = before;
  const [first, second] = [allocate(before), after && allocate(after)];
  const votes = sumTotals(before.totals).values;
  const changed = after && second ? { system: after.system, outcome: second.outcome } : null;
  return {
    contest: contest.id,
    name: contest.name,
    provisional: first.provisional,
    inForce: { system: before.system, outcome: first.outcome },
    changed,
    options: contest.options.filter(canWin).map(({ id, name }) => {
      const sum = votes.get(votesField(id))?.sum;
      const inForce = seatsIn(first.outcome, id);
      const other = changed && seatsIn(changed.outcome, id);
      return {
        option: id,
        name,
        votes: sum === undefined ? null : jsonCount(sum),
        inForce,
        changed: other,
        difference: inForce === null || other === null ? null : other - inForce,
      };
    }),
  };
}

function canWin({ kind }: Option): boolean {
  return kind !== 'against-all' && kind !== 'not-counted';
}
