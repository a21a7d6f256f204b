import type { Difference } from '../model/generated/certificate.ts';
import type { Declared } from '../model/generated/election.ts';
import { isOptionId, type OptionId } from '../model/ids.ts';
import type { Outcome, Seats } from '../model/law/allocation.ts';

/**
 * Where the authority has declared something else than follows from the votes. What was not declared, or could not be computed, is no
 * difference; but who declares seats declares all of them, so an option that is left out has none. `seats` are those computed, empty
 * where there are none.
 */
export function differencesOf(
  declared: Declared | undefined,
  outcome: Outcome,
  seats: readonly Seats[],
): Difference[] {
  if (!declared) return [];
  return [
    ...(outcome.status === 'allocated' ? seatDifferences(declared, seats) : []),
    ...electedDifference(declared, outcome),
    ...outcomeDifference(declared, outcome),
  ];
}

function seatDifferences({ seats: declared }: Declared, seats: readonly Seats[]): Difference[] {
  if (declared === undefined) return [];
  const named = new Map(Object.entries(declared));
  const computed = new Map(seats.map(({ option, seats }) => [option, seats]));
  const options = new Set([...Object.keys(declared).filter(isOptionId), ...computed.keys()]);
  return [...options].flatMap((option): Difference[] => {
    const [theirs, own] = [named.get(option) ?? 0, computed.get(option) ?? 0];
    return own === theirs ? [] : [{ of: 'seats', option, declared: theirs, computed: own }];
  });
}

function electedDifference({ elected = [] }: Declared, outcome: Outcome): Difference[] {
  const options = elected.flatMap(({ option }) => (option === undefined ? [] : [option]));
  const computed = winnersOf(outcome, new Set(options));
  if (computed === null || options.length === 0) return [];
  const isSame = options.length === computed.length && computed.every((option) => options.includes(option));
  return isSame ? [] : [{ of: 'elected', declared: options, computed }];
}

/** Who is elected; of several seats only where each is that of another option, and as many are declared: else they are seats of lists. */
function winnersOf(outcome: Outcome, declared: ReadonlySet<OptionId>): OptionId[] | null {
  if (outcome.status === 'elected') return [outcome.option];
  if (outcome.status !== 'allocated' || outcome.seats.some(({ seats }) => seats > 1)) return null;
  const computed = outcome.seats.flatMap(({ option, seats }) => (seats === 1 ? [option] : []));
  return computed.length === declared.size ? computed : null;
}

function outcomeDifference({ outcome: declared }: Declared, outcome: Outcome): Difference[] {
  if (declared === undefined || !('undetermined' in outcome) || declared === outcome.status) return [];
  return [{ of: 'outcome', declared, computed: outcome.status }];
}
