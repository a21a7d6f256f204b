import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { areaId } from '../../support/builders.ts';
import { type Figures, ids, partyList, seatsOf, told } from '../support.ts';
import { districts, inDistricts, seatsByDistrict } from './support.ts';

const house = partyList(8, { districts: districts({ N: 5, S: 3 }, { law: 'art-1' }) });
const votes = { N: { A: 60, B: 40 }, S: { A: 10, B: 20, C: 60 } };

test('each district by the formula with its own votes, and the house is their sum', () => {
  const { outcome } = allocate(inDistricts(house, votes));

  expect(seatsByDistrict(outcome)).toEqual({ N: { A: 3, B: 2 }, S: { A: 0, B: 1, C: 2 } });
  expect(seatsOf(outcome)).toEqual({ A: 3, B: 3, C: 2 });
});

test('the trace tells the districts one after the other, then the house', () => {
  const { steps } = told(inDistricts(house, votes));

  expect(steps.filter(({ rule }) => rule === 'district' || rule === 'districts')).toEqual([
    { rule: 'district', law: 'art-1', area: 'N', seats: 5, options: ['A', 'B'] },
    { rule: 'district', law: 'art-1', area: 'S', seats: 3, options: ['A', 'B', 'C'] },
    {
      rule: 'districts',
      law: 'art-1',
      standing: [
        { option: 'A', seats: 3 },
        { option: 'B', seats: 3 },
        { option: 'C', seats: 2 },
      ],
    },
  ]);
});

test('the threshold is of the whole contest: strong in one district is not enough', () => {
  const threshold = { percent: '33', base: 'option-votes', inclusive: true } as const;

  const { outcome } = allocate(inDistricts({ ...house, threshold }, { ...votes, N: { A: 600, B: 400 } }));

  expect(seatsByDistrict(outcome)).toMatchObject({ S: { A: 1, B: 2, C: 0 } });
});

test('a threshold of the district is of its own votes', () => {
  const threshold = { percent: '15', base: 'option-votes', inclusive: true } as const;
  const system = { ...house, districts: districts({ N: 5, S: 3 }, { threshold }) };

  const { outcome } = allocate(inDistricts(system, votes));

  expect(seatsByDistrict(outcome)).toEqual({ N: { A: 3, B: 2 }, S: { A: 0, B: 1, C: 2 } });
  expect(told(inDistricts(system, votes)).steps).toContainEqual(
    expect.objectContaining({ rule: 'threshold', option: 'A', votes: 10, passes: false }),
  );
});

const tied = { N: { A: 50, B: 50 }, S: { A: 50, B: 50 } };

test('a lot counts in the district that it was drawn in, and nowhere else', () => {
  const lot = (area: string, won: string) => ({
    among: ids('A', 'B'),
    seats: 1,
    area: areaId(area),
    won: ids(won),
    source: `Minutes of ${area}`,
  });

  const none = allocate(inDistricts(house, tied)).outcome;
  const north = told(inDistricts(house, tied, { lots: [lot('N', 'B')] }));
  const both = told(inDistricts(house, tied, { lots: [lot('N', 'B'), lot('S', 'A')] }));
  const { area: _, ...nowhere } = lot('N', 'B');

  expect(none).toMatchObject({
    status: 'lots-required',
    ties: [
      { area: 'N', options: ['A', 'B'], seats: 1 },
      { area: 'S', options: ['A', 'B'], seats: 1 },
    ],
  });
  expect(north.outcome).toMatchObject({ status: 'lots-required', ties: [{ area: 'S' }] });
  expect(seatsByDistrict(both.outcome)).toEqual({ N: { A: 2, B: 3 }, S: { A: 2, B: 1 } });
  expect(both.steps.some(({ rule }) => rule === 'lot-unused')).toBe(false);
  expect(told(inDistricts(house, tied, { lots: [nowhere] })).steps.at(-1)).toMatchObject({
    rule: 'lot-unused',
    reason: 'no-such-tie',
  });
});

test('a district without votes leaves the house open, and its votes missing', () => {
  const input = inDistricts(house, { N: votes.N });

  expect(allocate(input)).toMatchObject({
    outcome: { status: 'undetermined', code: 'figures-missing', reason: expect.stringContaining('S') },
    provisional: true,
  });
});

test('votes in an area that lies in no district are not passed over', () => {
  expect(allocate(inDistricts(house, { ...votes, W: { A: 5 } })).outcome).toMatchObject({
    status: 'undetermined',
    code: 'outside-districts',
    reason: expect.stringContaining('W'),
  });
});

test('a list that stands in one district does not make the others provisional', () => {
  const input = inDistricts(house, votes);
  const stands = input.contest.options.map((option) =>
    option.id === 'C' ? { ...option, districts: [areaId('S')] } : option,
  );

  expect(allocate(input).provisional).toBe(false);
  expect(allocate({ ...input, contest: { ...input.contest, options: stands } }).outcome).toEqual(
    allocate(input).outcome,
  );
});

test('a list without votes in a district where the definition says that it stands leaves it open', () => {
  const input = inDistricts(house, votes);
  const stands = input.contest.options.map((option) =>
    option.id === 'C' ? { ...option, districts: [areaId('N'), areaId('S')] } : option,
  );

  expect(allocate({ ...input, contest: { ...input.contest, options: stands } }).outcome).toMatchObject({
    status: 'undetermined',
    code: 'figures-missing',
    reason: expect.stringMatching(/^N: .* C /),
  });
});

const figures = fc
  .array(fc.bigInt(0n, 10n ** 9n), { minLength: 2, maxLength: 5 })
  .map((counts): Figures => Object.fromEntries(counts.map((count, index) => [`L${index}`, count])));

test('each district comes out as a contest of its own would, and the house is full', () => {
  fc.assert(
    fc.property(
      figures,
      figures,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      (n, s, a, b) => {
        const system = partyList(a + b, { districts: districts({ N: a, S: b }) });

        const { outcome } = allocate(inDistricts(system, { N: n, S: s }));

        if (outcome.status !== 'allocated') return;
        expect(outcome.seats.reduce((sum, { seats }) => sum + seats, 0)).toBe(a + b);
        const alone = allocate(inDistricts(partyList(a), { N: n })).outcome;
        expect(seatsByDistrict(outcome)).toMatchObject({ N: seatsOf(alone) });
      },
    ),
    { numRuns: 1000 },
  );
});
