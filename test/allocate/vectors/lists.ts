import { allocate } from '../../../functions/allocate/allocate.ts';
import { formatDecimal, fraction, multiply, parseFraction } from '../../../functions/model/fraction.ts';
import type { PartyList } from '../../../functions/model/generated/election.ts';
import type { Outcome } from '../../../functions/model/law/allocation.ts';
import { optionId } from '../../support/builders.ts';
import { type Figures, inputOf, options, partyList } from '../support.ts';

/** A vector of ../shared/data/allocation/vectors.json, whose README says what the members mean. */
export interface Vector {
  readonly id: string;
  readonly method: string;
  readonly seats: number;
  readonly votes: Readonly<Record<string, number | string>>;
  readonly threshold: {
    readonly share: string;
    readonly base?: number | null;
    readonly inclusive: boolean;
    readonly exempt?: readonly string[];
    readonly round_share_to?: string;
    readonly by_coalition_size?: Readonly<Record<string, string>>;
    readonly coalition_sizes?: Readonly<Record<string, number>>;
  } | null;
  readonly initial?: Readonly<Record<string, number>>;
  readonly max_seats?: Readonly<Record<string, number>>;
  readonly eligible?: readonly string[];
  readonly expected: Readonly<Record<string, unknown>>;
  readonly differs_under?: readonly string[];
}

/** The rule of a method; null where it is not one of lists alone. */
export function ruleOf(method: string): PartyList['formula'] | null {
  return rules.get(method) ?? null;
}

/** What the engine makes of a vector, in the terms of its `expected`. */
export function resultOf(vector: Vector, method = vector.method): Record<string, unknown> {
  const names = Object.keys(vector.votes);
  const { outcome } = allocate(inputFor(vector, names, method));
  return named(outcome, names, vector.seats);
}

/** The methods among those that the vectors speak of which give another result. */
export function differing(vector: Vector): Set<string> {
  const own = JSON.stringify(resultOf(vector));
  return new Set(compared.filter((method) => JSON.stringify(resultOf(vector, method)) !== own));
}

const rules = new Map<string, PartyList['formula']>([
  ['dhondt', { type: 'highest-averages', divisors: 'dhondt' }],
  ['sainte_lague', { type: 'highest-averages', divisors: 'sainte-lague' }],
  ['modified_sainte_lague:1.4', { type: 'highest-averages', divisors: 'sainte-lague', first: '1.4' }],
  ['modified_sainte_lague:1.2', { type: 'highest-averages', divisors: 'sainte-lague', first: '1.2' }],
  ['imperiali_divisor', { type: 'highest-averages', divisors: 'imperiali' }],
  ['danish', { type: 'highest-averages', divisors: 'danish' }],
  ['macau', { type: 'highest-averages', divisors: 'macau' }],
  ['adams', { type: 'highest-averages', divisors: 'adams' }],
  ['dean', { type: 'highest-averages', divisors: 'dean' }],
  ['huntington_hill', { type: 'highest-averages', divisors: 'huntington-hill' }],
  ['lr_hare', { type: 'largest-remainder', quota: 'hare' }],
  ['lr_droop', { type: 'largest-remainder', quota: 'droop' }],
  ['lr_hagenbach_bischoff', { type: 'largest-remainder', quota: 'hagenbach-bischoff' }],
  ['lr_hb_rounded', { type: 'largest-remainder', quota: 'hagenbach-bischoff-rounded' }],
  ['lr_imperiali', { type: 'largest-remainder', quota: 'imperiali' }],
  [
    'quota_imperiali_subtract',
    { type: 'largest-remainder', quota: 'imperiali', overAward: 'subtract-smallest-remainder' },
  ],
  [
    'lr_droop_max5_then_votes_per_held_seat',
    { type: 'largest-remainder', quota: 'droop', remainderCap: { seats: 5, after: 'votes-per-seat' } },
  ],
]);

/** The methods that `differs_under` compares, one of which is the vector's own where it is among them. */
const compared = [
  'dhondt',
  'sainte_lague',
  'modified_sainte_lague:1.4',
  'modified_sainte_lague:1.2',
  'imperiali_divisor',
  'danish',
  'lr_hare',
  'lr_droop',
  'lr_hagenbach_bischoff',
  'lr_hb_rounded',
  'lr_imperiali',
];

/** Names of the vectors are no ids, so each list is known by its place. */
function inputFor(vector: Vector, names: readonly string[], method: string) {
  const rule = ruleOf(method);
  if (!rule) throw new RangeError(`${method} is not a method of lists alone`);
  const place = (name: string) => optionId(`o${names.indexOf(name)}`);
  const figures: Figures = { ...votesOf(vector), against: othersOf(vector) };
  const threshold = thresholdOf(vector, place);
  const ballot = options('list', Object.keys(figures)).map((option, index) => {
    const name = names[index] ?? '';
    const size = vector.threshold?.coalition_sizes?.[name];
    const listLength = vector.max_seats?.[name];
    return {
      ...option,
      withdrawn: !threshold && index < names.length && !(vector.eligible ?? names).includes(name),
      ...(size !== undefined && { listKind: `size-${size}` }),
      ...(listLength !== undefined && { listLength }),
    };
  });
  const input = inputOf(partyList(vector.seats, { formula: beginning(rule, vector), threshold }), figures, {
    options: ballot,
  });
  const held = new Map(Object.entries(vector.initial ?? {}).map(([name, seats]) => [place(name), seats]));
  return { ...input, held };
}

/** Where seats are held beforehand, divisors begin after them. */
function beginning(rule: PartyList['formula'], { initial }: Vector): PartyList['formula'] {
  return initial && rule.type === 'highest-averages' ? { ...rule, heldSeats: 'counted' } : rule;
}

function votesOf({ votes }: Vector): Record<string, bigint> {
  return Object.fromEntries(Object.values(votes).map((count, index) => [`o${index}`, BigInt(count)]));
}

/** What is in the base of the threshold and in no list: it stands as votes against all. */
function othersOf(vector: Vector): bigint {
  if (!vector.threshold?.base) return 0n;
  return Object.values(votesOf(vector)).reduce((left, count) => left - count, BigInt(vector.threshold.base));
}

/** Where the lists that passed are named and no rule for it is, they are the ballot. */
function thresholdOf(
  { threshold, eligible }: Vector,
  place: (name: string) => ReturnType<typeof optionId>,
): PartyList['threshold'] {
  const sizes = Object.entries(threshold?.by_coalition_size ?? {});
  if (!threshold || (eligible && threshold.round_share_to === undefined && sizes.length === 0))
    return undefined;
  return {
    percent: percentOf(threshold.share),
    base: 'valid-votes',
    inclusive: threshold.inclusive,
    exempt: (threshold.exempt ?? []).map(place),
    ...(threshold.round_share_to === '0.01' && { decimals: 0 }),
    ...(sizes.length > 0 && {
      byKind: sizes.map(([size, share]) => ({
        listKind: `size-${Number.parseInt(size, 10)}`,
        percent: percentOf(share),
      })),
    }),
  };
}

function percentOf(share: string): string {
  return formatDecimal(multiply(parseFraction(share), fraction(100n)), 6);
}

function named(outcome: Outcome, names: readonly string[], house: number): Record<string, unknown> {
  const nameOf = (option: string) => names[Number(option.slice(1))] ?? option;
  const byName = (seats: readonly { option: string; seats: number }[] = []) =>
    Object.fromEntries([
      ...names.map((name) => [name, 0] as const),
      ...seats.map(({ option, seats: count }) => [nameOf(option), count] as const),
    ]);
  switch (outcome.status) {
    case 'allocated':
      if (outcome.vacant === undefined) return byName(outcome.seats);
      return { certain: byName(outcome.seats), unfilled: outcome.vacant };
    case 'lots-required':
      return {
        certain: byName(outcome.seats),
        tie: outcome.ties.flatMap(({ options }) => options.map(nameOf)),
        tie_seats: outcome.ties[0]?.seats,
      };
    case 'undetermined': {
      const certain = byName(outcome.seats);
      if (outcome.overAward !== undefined) return { certain, overaward: outcome.overAward };
      return { certain, unfilled: outcome.unfilled ?? house };
    }
    default:
      return { ...outcome };
  }
}
