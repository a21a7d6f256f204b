import type { Margins } from '../../../model/generated/certificate.ts';
import type { System } from '../../../model/generated/election.ts';
import type { AreaId } from '../../../model/ids.ts';
import type { AllocationInput } from '../../../model/law/allocation.ts';
import { type Tally, tallyOf } from '../../count/tally.ts';
import { onlyKnown } from './known.ts';
import { listBounds } from './list.ts';
import { pluralityBounds } from './plurality.ts';
import { referendumBounds } from './referendum.ts';
import { twoRoundBounds } from './two-round.ts';

/** Votes that can still come: all together, and of them in one area. */
export interface Further {
  readonly votes: bigint;
  in(area: AreaId): bigint;
}

/** What a result can become with further votes, however they fall. */
export interface Bounds {
  /** Whether it is the same whatever they are. */
  readonly decided: boolean;
  /** By option in ballot order; empty where nothing is won in seats. */
  readonly seats: Margins['seats'];
}

/** Bounds of one contest. They widen with the votes that can come: what is decided with some is decided with fewer. */
export type BoundsWithin = (further: Further) => Bounds;

/**
 * The bounds that are proven for the system, with every parameter that it has; null where none are. A parameter that is not known here
 * may change everything, so it is never passed over.
 */
export function boundsOf(input: AllocationInput): BoundsWithin | null {
  if (!onlyKnown(input, ofInput)) return null;
  const { contest, system, totals } = input;
  const tally = tallyOf(contest, totals);
  return methods.get(system.type)?.(system, tally) ?? null;
}

// What else an allocation may be given, as seats from another contest, may change it too.
const ofInput = ['contest', 'system', 'laws', 'totals', 'expected', 'missing', 'scenario', 'areaNames'];

type Method = (system: System, tally: Tally) => BoundsWithin | null;

const methods: ReadonlyMap<string, Method> = new Map([
  ['party-list', listBounds],
  ['plurality', pluralityBounds],
  ['two-round', twoRoundBounds],
  ['referendum', referendumBounds],
]);
