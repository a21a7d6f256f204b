import type { System } from '../model/generated/election.ts';
import type { Allocation, AllocationInput } from '../model/law/allocation.ts';
import { districtsOf } from '../model/law/systems.ts';
import { isProvisional } from '../model/records/expected.ts';
import { biproportional } from './biproportional/biproportional.ts';
import { unusedLots } from './count/lots.ts';
import { type Tally, tallyOf } from './count/tally.ts';
import { districtCount } from './districts/tally.ts';
import { partyList } from './party-list/party-list.ts';
import { type Decision, joined } from './progress.ts';
import { referendum } from './referendum/referendum.ts';
import { plurality } from './single/plurality.ts';
import { twoRound } from './single/two-round.ts';

/**
 * What follows from the votes of a contest under its law: the outcome, and each step that led to it. Exact: no floating point
 * decides anything. What the law leaves open, or what needs a figure that was never published, is an outcome too and never an
 * error: `lots-required`, `undetermined`, `no-results`.
 */
export function allocate(input: AllocationInput): Allocation {
  const { contest, system, expected } = input;
  const tally = tallyOf(contest, input.totals, input);
  const { outcome, steps } = tally.reported === 0 ? nothingReported : decide(system.type, system, tally);
  return {
    contest: contest.id,
    outcome,
    steps: joined(steps, unusedLots(contest, steps)),
    expected,
    reported: tally.reported,
    provisional: isOpen(input, tally),
  };
}

/** Whether figures are missing here or, where seats of other contests count, there. */
function isOpen({ contest, system, expected, linked = [] }: AllocationInput, tally: Tally): boolean {
  if (linked.some(({ provisional }) => provisional)) return true;
  const districts = districtsOf(system);
  if (!districts) return isProvisional(contest, expected, tally);
  const { districts: counted, unreported } = districtCount(districts, tally);
  return (
    isProvisional({ options: [] }, expected, tally) ||
    unreported.length > 0 ||
    counted.some(({ tally: own }) => isProvisional(own.contest, own.reported, own))
  );
}

type Systems = { readonly [S in System as S['type']]: S };
type Rules = { readonly [Type in keyof Systems]: (system: Systems[Type], tally: Tally) => Decision };

/** The electoral systems, by the `type` that a definition names. */
const rules: Rules = {
  'party-list': partyList,
  plurality,
  'two-round': twoRound,
  referendum,
  biproportional,
};

const nothingReported: Decision = { outcome: { status: 'no-results' }, steps: [] };

function decide<Type extends keyof Systems>(type: Type, system: Systems[Type], tally: Tally): Decision {
  return rules[type](system, tally);
}
