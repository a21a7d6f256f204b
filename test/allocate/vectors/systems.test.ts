import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { PartyList, Referendum } from '../../../functions/model/generated/election.ts';
import type { AllocationInput } from '../../../functions/model/law/allocation.ts';
import { areaId, contestId, optionId } from '../../support/builders.ts';
import { districts, inDistricts, seatsByDistrict } from '../districts/support.ts';
import { inputOf, options, partyList, president, seatsOf, totals } from '../support.ts';

/** Elections of the world under systems of several contests, districts or rounds; kept beside the repository, not in it. */
const file = '../shared/data/allocation/vectors.json';

interface Vector {
  readonly id: string;
  readonly method: string;
  readonly seats: number;
}

interface District {
  readonly district: number;
  readonly seats: number;
  readonly votes: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, number>>;
}

interface MultiDistrict extends Vector {
  readonly districts: readonly District[];
  readonly threshold: { readonly exempt: readonly string[] };
  readonly expected_total: Readonly<Record<string, number>>;
}

interface Compensatory extends Vector {
  readonly votes: Readonly<Record<string, number>>;
  readonly constituency_seats: Readonly<Record<string, number>>;
  readonly threshold: {
    readonly base?: number;
    readonly exempt?: readonly string[];
    readonly or_constituency_seats: number;
  };
  readonly expected: Readonly<Record<string, number>>;
  readonly expected_house?: number;
}

interface TwoRounds extends Vector {
  readonly votes: Readonly<Record<string, number>>;
  readonly expected: { readonly elected: string | null; readonly runoff?: readonly string[] };
}

interface DoubleMajority extends Vector {
  readonly votes: { readonly national: { readonly yes: number; readonly no: number } };
  readonly regions_yes: string;
  readonly regions_no: string;
  readonly expected: { readonly carried: boolean };
}

/** Names of the vectors are no ids, so each is known by its place. */
function placing(names: readonly string[]) {
  const ids = new Map(names.map((name, place) => [name, `o${place}`]));
  return {
    id: (name: string) => ids.get(name) ?? 'unknown',
    placed: (figures: Readonly<Record<string, number>>) =>
      Object.fromEntries(
        Object.entries(figures).map(([name, figure]) => [ids.get(name) ?? 'unknown', figure]),
      ),
  };
}

function multiDistrict(vector: MultiDistrict): { input: AllocationInput; id: (name: string) => string } {
  const names = [...new Set(vector.districts.flatMap(({ votes }) => Object.keys(votes)))];
  const { id, placed } = placing(names);
  const system: PartyList = partyList(vector.seats, {
    formula: { type: 'highest-averages', divisors: 'dhondt' },
    threshold: {
      percent: '5',
      base: 'option-votes',
      inclusive: true,
      byKind: [{ listKind: 'coalition', percent: '8' }],
      exempt: vector.threshold.exempt.map((name) => optionId(id(name))),
    },
    districts: districts(
      Object.fromEntries(vector.districts.map(({ district, seats }) => [`D${district}`, seats])),
    ),
  });
  const lists = options('list', names.map(id)).map((option, place) => ({
    ...option,
    ...(names[place]?.startsWith('KOALICYJNY') ? { listKind: 'coalition' } : {}),
  }));
  const figures = vector.districts.map(({ district, votes }) => [`D${district}`, placed(votes)]);
  return { input: inDistricts(system, Object.fromEntries(figures), { options: lists }), id };
}

function compensatory(vector: Compensatory): AllocationInput {
  const names = Object.keys(vector.votes);
  const { id, placed } = placing(names);
  const { base, exempt = [], or_constituency_seats: heldSeats } = vector.threshold;
  const sum = Object.values(vector.votes).reduce((a, b) => a + b, 0);
  const system = partyList(vector.seats, {
    formula: { type: 'highest-averages', divisors: 'sainte-lague' },
    threshold: {
      any: [
        {
          percent: '5',
          base: 'valid-votes',
          inclusive: true,
          exempt: exempt.map((name) => optionId(id(name))),
        },
        { heldSeats },
      ],
    },
    compensation: { contests: [contestId('constituencies')], overhang: 'kept' },
  });
  const held = Object.entries(vector.constituency_seats).map(
    ([name, seats]) => [optionId(id(name)), seats] as const,
  );
  return {
    ...inputOf(system, { ...placed(vector.votes), against: (base ?? sum) - sum }),
    held: new Map(held),
  };
}

/** The popular majority, and more than half of the cantonal votes: as many whole ones as go into the number, and a half-canton for the rest. */
function doubleMajority(vector: DoubleMajority): { input: AllocationInput; popular: Referendum } {
  const cantons = (votes: string, yes: number, no: number) => {
    const whole = Array.from({ length: Math.floor(Number(votes)) }, () => '1');
    return [...whole, ...(Number(votes) % 1 > 0 ? ['1/2'] : [])].map((weight) => ({ weight, yes, no }));
  };
  const { yes, no } = vector.votes.national;
  const parts = [...cantons(vector.regions_yes, 2, 1), ...cantons(vector.regions_no, 1, 2)];
  const sum = (of: 'yes' | 'no') => parts.reduce((total, part) => total + part[of], 0);
  // What the nation has beside these stands in the first canton that said yes.
  const figures = parts.map((part, place) =>
    totals(
      place === 0
        ? { yes: part.yes + yes - sum('yes'), no: part.no + no - sum('no') }
        : { yes: part.yes, no: part.no },
      `C${place}`,
    ),
  );
  const majority = { percent: '50', base: 'option-votes', inclusive: false } as const;
  const system: Referendum = {
    type: 'referendum',
    majority,
    regions: {
      areas: parts.map((_, place) => areaId(`C${place}`)),
      atLeast: '1/2',
      inclusive: false,
      weights: Object.fromEntries(parts.map(({ weight }, place) => [`C${place}`, weight])),
      majority,
    },
  };
  const input = { ...inputOf(system, { yes: 0, no: 0 }), totals: figures };
  return { input, popular: { type: 'referendum', majority } };
}

if (existsSync(file)) {
  const vectors: Vector[] = JSON.parse(readFileSync(file, 'utf8'));
  const having = <V extends Vector>(method: string, is: (vector: Vector) => vector is V) =>
    vectors.filter((vector) => vector.method === method).filter(is);

  test.each([
    'dhondt_multi_district',
    'mmp_overhang_kept',
    'two_round_majority',
    'referendum_double_majority',
  ])('there are vectors of %s', (name) => {
    expect(vectors.some(({ method }) => method === name)).toBe(true);
  });

  describe.each(
    having('dhondt_multi_district', (vector): vector is MultiDistrict => 'districts' in vector).map(
      (vector) => [vector.id, vector] as const,
    ),
  )('%s', (_id, vector) => {
    const { input, id } = multiDistrict(vector);
    const { outcome } = allocate(input);

    test('gives the seats of every list', () => {
      expect(seatsOf(outcome)).toMatchObject(
        Object.fromEntries(Object.entries(vector.expected_total).map(([name, seats]) => [id(name), seats])),
      );
    });

    test.each(vector.districts.map((district) => [district.district, district] as const))(
      'gives the seats of district %i',
      (number, { expected }) => {
        expect(seatsByDistrict(outcome)).toMatchObject({
          [`D${number}`]: Object.fromEntries(
            Object.entries(expected).map(([name, seats]) => [id(name), seats]),
          ),
        });
      },
    );
  });

  test.each(
    having('mmp_overhang_kept', (vector): vector is Compensatory => 'constituency_seats' in vector).map(
      (vector) => [vector.id, vector] as const,
    ),
  )('gives the house of %s with its overhang', (_id, vector) => {
    const { outcome } = allocate(compensatory(vector));

    const { id } = placing(Object.keys(vector.votes));
    const seats = Object.entries(seatsOf(outcome)).filter(([, own]) => own > 0);
    const expected = Object.entries(vector.expected).filter(([, own]) => own > 0);
    expect(Object.fromEntries(seats)).toEqual(
      Object.fromEntries(expected.map(([name, own]) => [id(name), own])),
    );
    const house = seats.reduce((sum, [, own]) => sum + Number(own), 0);
    expect(house).toBe(vector.expected_house ?? expected.reduce((sum, [, own]) => sum + own, 0));
  });

  test.each(
    having('two_round_majority', (vector): vector is TwoRounds => 'votes' in vector).map(
      (vector) => [vector.id, vector] as const,
    ),
  )('gives the outcome of %s', (_id, vector) => {
    const { id, placed } = placing(Object.keys(vector.votes));

    const { outcome } = allocate(inputOf(president, placed(vector.votes)));

    expect(outcome).toEqual(
      vector.expected.elected === null
        ? { status: 'runoff', options: vector.expected.runoff?.map(id) }
        : { status: 'elected', option: id(vector.expected.elected) },
    );
  });

  test.each(
    having('referendum_double_majority', (vector): vector is DoubleMajority => 'regions_yes' in vector).map(
      (vector) => [vector.id, vector] as const,
    ),
  )('gives the outcome of %s', (_id, vector) => {
    const { input, popular } = doubleMajority(vector);

    expect(allocate(input).outcome).toEqual({
      status: vector.expected.carried ? 'adopted' : 'rejected',
      undetermined: [],
    });
    const yes = vector.votes.national.yes > vector.votes.national.no;
    expect(allocate({ ...input, system: popular }).outcome.status).toBe(yes ? 'adopted' : 'rejected');
  });
} else {
  console.warn(
    `SKIPPED: ${file} is not there, so the vectors of districts, compensation and rounds were not run`,
  );
  test.skip(`the vectors of ${file}`);
}
