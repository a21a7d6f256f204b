import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import type { Referendum } from '../../../functions/model/generated/election.ts';
import type { AllocationInput } from '../../../functions/model/law/allocation.ts';
import { votesField } from '../../../functions/model/records/protocol.ts';
import { optionId } from '../../support/builders.ts';
import { type Figures, inputOf, referendum, told, totals } from '../support.ts';

const regions = ['R1', 'R2', 'R3'];
const yes: Figures = { yes: 70, no: 30, cast: 100, registered: 150 };
const no: Figures = { yes: 30, no: 70, cast: 100, registered: 150 };

/** A referendum that is reported by region. */
function byRegion(figures: readonly Figures[], system: Referendum = referendum(regions)): AllocationInput {
  return {
    ...inputOf(system, { yes: 0, no: 0, both: 0 }),
    totals: figures.map((region, index) => totals(region, `R${index + 1}`)),
  };
}

test('adopted when every condition holds', () => {
  expect(allocate(byRegion([yes, yes, no])).outcome).toEqual({ status: 'adopted', undetermined: [] });
});

test.each<[string, Figures, object]>([
  ['too few took part', { yes: 50, no: 0, cast: 50, registered: 100 }, { status: 'invalid' }],
  [
    'exactly half of those who took part said yes',
    { yes: 40, no: 30, both: 5, invalid: 5, cast: 80, registered: 100 },
    { status: 'rejected' },
  ],
  [
    'one more said yes',
    { yes: 41, no: 30, both: 5, invalid: 4, cast: 80, registered: 100 },
    { status: 'adopted' },
  ],
  [
    'nobody has counted who took part, but all ballots are known',
    { yes: 40, no: 30, both: 5, invalid: 5, registered: 100 },
    { status: 'rejected' },
  ],
  [
    'the register is not published',
    { yes: 70, no: 30, cast: 100 },
    { status: 'adopted', undetermined: ['turnout'] },
  ],
  [
    'the ballots that are known already make the turnout',
    { yes: 20, no: 60, registered: 100 },
    { status: 'rejected', undetermined: [] },
  ],
  [
    'those who took part are not published',
    { yes: 70, no: 30, registered: 100 },
    { status: 'undetermined', code: 'figures-missing' },
  ],
])('where %s', (_what, figures, outcome) => {
  expect(allocate(inputOf(referendum(), { both: 0, ...figures })).outcome).toMatchObject(outcome);
});

test.each<[string, readonly Figures[], object]>([
  [
    'two regions of three hold: enough, whatever the third says',
    [yes, yes],
    { status: 'adopted', undetermined: [] },
  ],
  [
    'one of three holds: open',
    [yes],
    { status: 'adopted', undetermined: ['regions-majority', 'regions-turnout'] },
  ],
])('regions without figures are bounded: %s', (_what, figures, outcome) => {
  expect(allocate(byRegion(figures)).outcome).toEqual(outcome);
});

test('too few regions that still can: rejected, though most voters said yes', () => {
  const small: Figures = { yes: 1, no: 9, cast: 10, registered: 15 };

  expect(allocate(byRegion([yes, small, small])).outcome).toEqual({ status: 'rejected', undetermined: [] });
});

test('two regions that fail decide, though the third is not published', () => {
  const majority = { percent: '20', base: 'cast', inclusive: false } as const;

  expect(allocate(byRegion([no, no], { ...referendum(regions), majority })).outcome).toEqual({
    status: 'rejected',
    undetermined: [],
  });
});

test('only the majority is open where those who took part are known region by region', () => {
  const input = byRegion([yes, yes, yes]);
  const withoutYes = input.totals.map((total, index) =>
    index === 0
      ? total
      : {
          ...total,
          values: new Map([...total.values].filter(([field]) => field !== votesField(optionId('yes')))),
        },
  );
  const system: Referendum = {
    ...referendum(regions),
    majority: { percent: '10', base: 'cast', inclusive: false },
  };

  expect(allocate({ ...input, system, totals: withoutYes }).outcome).toEqual({
    status: 'adopted',
    undetermined: ['regions-majority'],
  });
});

test('a region whose yes votes fall short of half of its votes fails, though who took part is not published', () => {
  const { steps } = told(byRegion([{ yes: 30, no: 70 }, yes, yes]));

  expect(steps).toContainEqual(
    expect.objectContaining({ rule: 'area', area: 'R1', votes: null, result: 'fails' }),
  );
});

test('two thirds of the regions are rounded up', () => {
  const four = ['R1', 'R2', 'R3', 'R4'];

  expect(allocate(byRegion([yes, yes, no, no], referendum(four))).outcome.status).toBe('rejected');
  expect(allocate(byRegion([yes, yes, yes, no], referendum(four))).outcome.status).toBe('adopted');
});

test('a share of votes has no condition on voters by region', () => {
  const majority = { percent: '50', base: 'valid-votes', inclusive: false } as const;
  const system = referendum(regions);

  const { outcome } = allocate(
    byRegion([yes], { ...system, ...(system.regions && { regions: { ...system.regions, majority } }) }),
  );

  expect(outcome).toEqual({ status: 'adopted', undetermined: ['regions-majority'] });
});

test('a national total is no total of a region', () => {
  const { steps } = told(inputOf(referendum(['R1']), { ...yes, both: 0 }));

  expect(steps).toContainEqual(
    expect.objectContaining({ rule: 'area', area: 'R1', result: 'undetermined', missing: ['yes', 'cast'] }),
  );
});

test('without yes on the ballot there is nothing to adopt', () => {
  expect(allocate(inputOf(referendum(), { A: 5 })).outcome).toMatchObject({ status: 'undetermined' });
});
