import { allocate } from '../../functions/allocate/allocate.ts';
import type {
  Contest,
  Option,
  PartyList,
  Plurality,
  Referendum,
  System,
  TwoRound,
} from '../../functions/model/generated/election.ts';
import type { OptionId } from '../../functions/model/ids.ts';
import type { AllocationInput, Outcome, Step } from '../../functions/model/law/allocation.ts';
import type { AreaTotals, FieldTotal } from '../../functions/model/records/batch.ts';
import {
  type CountField,
  countFields,
  type Field,
  votesField,
} from '../../functions/model/records/protocol.ts';
import { areaId, contestId, optionId } from '../support/builders.ts';

/** Votes by option and, under the names of the counts, the counts of a protocol. */
export type Figures = Readonly<Record<string, number | bigint>>;

/** Totals of one area that `units` protocols state alike. */
export function totals(figures: Figures, area = 'KZ', units = 1): AreaTotals {
  const values = new Map<Field, FieldTotal>();
  for (const [name, sum] of Object.entries(figures))
    values.set(isCount(name) ? name : votesField(optionId(name)), { sum: BigInt(sum), units });
  return { contest: contestId('contest'), area: areaId(area), reported: units, values };
}

/** Options of one kind, registered in the order given; `against` and the like are of the kind that their name says. */
export function options(kind: Option['kind'], ids: readonly string[]): Option[] {
  return ids.map((id, index) => ({
    id: optionId(id),
    kind: special.get(id) ?? kind,
    name: { en: id },
    registration: index + 1,
  }));
}

/** The input of one contest whose protocol has been published whole. Options are those of the figures unless given. */
export function inputOf(
  system: System,
  figures: Figures,
  changes: Partial<Contest> = {},
  kind: Option['kind'] = system.type === 'party-list' ? 'list' : 'candidate',
): AllocationInput {
  const ids = Object.keys(figures).filter((name) => !isCount(name));
  return {
    contest: {
      id: contestId('contest'),
      name: { en: 'Contest' },
      area: areaId('KZ'),
      reportedBy: 'area',
      system: 'system',
      options: options(kind, ids),
      ...changes,
    },
    system,
    laws: [
      { id: 'art-97-1', title: { en: 'Art. 97-1' }, url: 'https://example.org/97-1' },
      { id: 'art-1', title: { en: 'Art. 1' } },
    ],
    totals: [totals(figures)],
    expected: 1,
  };
}

/** Largest remainder, Hare; ties by lots and no threshold unless given. */
export function partyList(seats: number, changes: Partial<PartyList> = {}): PartyList {
  return {
    type: 'party-list',
    seats,
    formula: { type: 'largest-remainder', quota: 'hare' },
    ties: ['lots'],
    ...changes,
  };
}

/** The law of Kazakhstan with the threshold of its year. */
export function kazakhstan(seats: number, percent: string, minimumSeats = 2): PartyList {
  return partyList(seats, {
    formula: { type: 'largest-remainder', quota: 'hare', law: 'art-97-1' },
    threshold: { percent, base: 'valid-votes', inclusive: true, law: 'art-97-1' },
    oneListPasses: { rule: 'admit-next', factor: '0.7', minimumSeats, law: 'art-97-1' },
    ties: ['earlier-registration'],
    tiesLaw: 'art-97-1',
  });
}

export const plurality: Plurality = { type: 'plurality', tie: 'repeat-voting' };

export const president: TwoRound = {
  type: 'two-round',
  round: 1,
  majority: { percent: '50', base: 'valid-votes', inclusive: false },
};

/** The referendum law of Kazakhstan, asking for the majority in two thirds of the areas given. */
export function referendum(areas: readonly string[] = []): Referendum {
  const majority = { percent: '50', base: 'cast', inclusive: false } as const;
  return {
    type: 'referendum',
    turnout: { percent: '50', base: 'registered', inclusive: false },
    majority,
    ...(areas.length > 0 && { regions: { areas: areas.map(areaId), atLeast: '2/3', majority } }),
  };
}

/** The outcome of an allocation with all its steps, told. */
export function told(input: AllocationInput): { outcome: Outcome; steps: readonly Step[] } {
  const { outcome, steps } = allocate(input);
  return { outcome, steps: [...steps] };
}

/** Seats by option of an allocated outcome, as `{ A: 3 }`; the outcome itself where there are none. */
export function seatsOf(outcome: Outcome): Record<string, number> | Outcome {
  if (outcome.status !== 'allocated') return outcome;
  return Object.fromEntries(outcome.seats.map(({ option, seats }) => [option, seats]));
}

export function ids(...names: readonly string[]): OptionId[] {
  return names.map(optionId);
}

const special = new Map<string, Option['kind']>([
  ['against', 'against-all'],
  ['yes', 'yes'],
  ['no', 'no'],
  ['both', 'not-counted'],
]);

function isCount(name: string): name is CountField {
  return countFields.some((field) => field === name);
}
