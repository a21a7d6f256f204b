import { allocate } from '../../../functions/allocate/allocate.ts';
import { marginsOf } from '../../../functions/allocate/margins/margins.ts';
import type { System } from '../../../functions/model/generated/election.ts';
import type { AllocationInput } from '../../../functions/model/law/allocation.ts';
import { areaId } from '../../support/builders.ts';
import { type Figures, inputOf } from '../support.ts';

/** What has come, with one protocol of `voters` voters missing in area `MM`. */
export function underWay(system: System, reported: Figures, voters: bigint): AllocationInput {
  return {
    ...inputOf(system, reported),
    expected: 2,
    missing: [{ area: areaId('MM'), protocols: 1, voters }],
  };
}

/** The margins of what has come; throws where nothing has. */
export function margins(input: AllocationInput) {
  const found = marginsOf(input, allocate(input));
  if (!found) throw new RangeError('nothing was reported');
  return found;
}
