import type {
  Biproportional,
  Contest,
  Districts,
  System,
} from '../../../functions/model/generated/election.ts';
import type { AllocationInput } from '../../../functions/model/law/allocation.ts';
import { areaId } from '../../support/builders.ts';
import { type Figures, inputOf, options, totals } from '../support.ts';

/** Districts with their seats. */
export function districts(
  seats: Readonly<Record<string, number>>,
  changes: Partial<Districts> = {},
): Districts {
  return {
    areas: Object.entries(seats).map(([area, own]) => ({ area: areaId(area), seats: own })),
    ...changes,
  };
}

/** Double proportional, every voter with one vote. */
export function biproportional(
  seats: Readonly<Record<string, number>>,
  changes: Partial<Biproportional> = {},
): Biproportional {
  const house = Object.values(seats).reduce((a, b) => a + b, 0);
  return {
    type: 'biproportional',
    seats: house,
    districts: districts(seats),
    voterNumbers: 'votes',
    ties: ['lots'],
    ...changes,
  };
}

/** The input of a contest of lists whose figures are published by district, each district in one protocol. */
export function inDistricts(
  system: System,
  figures: Readonly<Record<string, Figures>>,
  changes: Partial<Contest> = {},
): AllocationInput {
  const names = [...new Set(Object.values(figures).flatMap((own) => Object.keys(own)))];
  const input = inputOf(system, Object.fromEntries(names.map((name) => [name, 0])), {}, 'list');
  return {
    ...input,
    contest: { ...input.contest, ...changes },
    totals: Object.entries(figures).map(([area, own]) => totals(own, area)),
    expected: Object.keys(figures).length,
  };
}

/** Seats by district and option, as `{ N: { A: 2 } }`; the outcome itself where there are none. */
export function seatsByDistrict(
  outcome: ReturnType<typeof import('../../../functions/allocate/allocate.ts').allocate>['outcome'],
) {
  if (outcome.status !== 'allocated' || !outcome.districts) return outcome;
  return Object.fromEntries(
    outcome.districts.map(({ area, seats }) => [
      area,
      Object.fromEntries(seats.map(({ option, seats: own }) => [option, own])),
    ]),
  );
}

export { options };
