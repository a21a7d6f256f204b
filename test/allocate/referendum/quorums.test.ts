import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { Referendum } from '../../../functions/model/generated/election.ts';
import { areaId } from '../../support/builders.ts';
import { type Figures, inputOf, told, totals } from '../support.ts';

const simple = { percent: '50', base: 'option-votes', inclusive: false } as const;

test.each<[string, Figures, object]>([
  ['a quarter of the registered said yes', { yes: 25, no: 20, registered: 100 }, { status: 'adopted' }],
  ['fewer did, though more than said no', { yes: 24, no: 20, registered: 100 }, { status: 'rejected' }],
  ['the register is not published', { yes: 24, no: 20 }, { status: 'adopted', undetermined: ['approval'] }],
])('approval quorum: where %s', (_what, figures, outcome) => {
  const approval = { percent: '25', base: 'registered', inclusive: true, law: 'art-1' } as const;
  const system: Referendum = { type: 'referendum', majority: simple, approval };

  expect(allocate(inputOf(system, figures)).outcome).toMatchObject(outcome);
});

const cantons = ['ZH', 'BE', 'OW', 'NW'];
const weights = { OW: '1/2', NW: '1/2' };
const yes = { yes: 60, no: 40 };
const no = { yes: 40, no: 60 };

function swiss(figures: readonly Figures[], changes: Partial<NonNullable<Referendum['regions']>> = {}) {
  const regions = {
    areas: cantons.map(areaId),
    atLeast: '1/2',
    inclusive: false,
    weights,
    majority: simple,
    ...changes,
  };
  const system: Referendum = { type: 'referendum', majority: simple, regions };
  const parts = figures.map((own, index) => totals(own, cantons[index]));
  return { ...inputOf(system, { yes: 0, no: 0 }), totals: parts, expected: 4 };
}

test('half-cantons count half, and half of the weight is not more than half', () => {
  // 1.5 of 3 have the majority, though it is two areas of four.
  const { outcome, steps } = told(swiss([{ yes: 90, no: 10 }, no, yes, no]));

  expect(outcome.status).toBe('rejected');
  expect(steps.find((step) => step.rule === 'areas')).toMatchObject({
    inclusive: false,
    weights: {
      total: { exact: '3' },
      required: { exact: '3/2' },
      hold: { exact: '3/2' },
      fail: { exact: '3/2' },
    },
    result: 'fails',
  });
  expect(steps.filter((step) => step.rule === 'area').map(({ weight }) => weight?.exact)).toEqual([
    '1',
    '1',
    '1/2',
    '1/2',
  ]);
});

test('one half-canton more decides, and so does a rule that half is enough', () => {
  expect(allocate(swiss([{ yes: 90, no: 10 }, no, yes, yes])).outcome.status).toBe('adopted');
  expect(allocate(swiss([{ yes: 90, no: 10 }, no, yes, no], { inclusive: true })).outcome.status).toBe(
    'adopted',
  );
});

test('areas without figures are bounded by their weight', () => {
  const late = (figures: readonly Figures[]) => allocate(swiss(figures)).outcome;

  expect(late([yes, yes])).toEqual({ status: 'adopted', undetermined: [] });
  expect(late([{ yes: 90, no: 10 }, no])).toEqual({ status: 'adopted', undetermined: ['regions-majority'] });
  expect(late([{ yes: 900, no: 10 }, no, no])).toMatchObject({ status: 'rejected' });
});

test('more than half of areas that weigh alike is a whole number of them', () => {
  const input = swiss([{ yes: 90, no: 10 }, no, yes, no]);
  const system = input.system.type === 'referendum' ? input.system : null;
  const { weights: _, ...regions } = system?.regions ?? { areas: [], atLeast: '1/2', majority: simple };

  const { steps } = told({ ...input, system: { type: 'referendum', majority: simple, regions } });

  expect(steps.find((step) => step.rule === 'areas')).toMatchObject({
    required: 3,
    hold: 2,
    result: 'fails',
  });
});

test('with every weight one, weighing changes nothing', () => {
  const vote = fc.record({ yes: fc.integer({ min: 0, max: 20 }), no: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(
      fc.array(vote, { minLength: 0, maxLength: 4 }),
      fc.boolean(),
      fc.constantFrom('1/2', '2/3', '0.6'),
      (figures, inclusive, atLeast) => {
        const ones = Object.fromEntries(cantons.map((canton) => [canton, '1']));
        const plain = allocate(swiss(figures, { inclusive, atLeast, weights: {} })).outcome;
        const weighed = allocate(swiss(figures, { inclusive, atLeast, weights: ones })).outcome;
        expect(weighed).toEqual(plain);
      },
    ),
    { numRuns: 1000 },
  );
});
