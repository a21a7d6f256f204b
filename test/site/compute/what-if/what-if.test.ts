import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../../functions/allocate/allocate.ts';
import { certificateOf } from '../../../../functions/allocate/certificate.ts';
import type { AllocationInput } from '../../../../functions/model/law/allocation.ts';
import { groundsOf, type Naming } from '../../../../site/compute/what-if/grounds.ts';
import {
  changedSystem,
  formulaNameOf,
  formulas,
  isFormulaName,
  thresholdOf,
} from '../../../../site/compute/what-if/rules.ts';
import {
  type Laboratory,
  laboratoryOf,
  type NoLaboratory,
} from '../../../../site/compute/what-if/what-if.ts';
import { figures, formula, house } from '../../../allocate/arbitraries.ts';
import { districts, inDistricts } from '../../../allocate/districts/support.ts';
import {
  type Figures,
  inputOf,
  kazakhstan,
  partyList,
  president,
  referendum,
  totals,
} from '../../../allocate/support.ts';
import { areaId, electionId, optionId } from '../../../support/builders.ts';

const naming: Naming = { contest: { en: 'Contest' }, area: areaId('KZ'), options: new Map() };

// The Mazhilis of 2023, as the commission published it; with a threshold of 7 per cent four lists take part.
const mazhilis: Figures = {
  amanat: 3431510,
  auyl: 693938,
  respublica: 547154,
  aqjol: 535139,
  ppk: 432920,
  osdp: 331058,
  baytaq: 146431,
  against: 248291,
};

function certified(input: AllocationInput) {
  return certificateOf(electionId('kz-2023'), 7, input, allocate(input));
}

function laboratory(found: Laboratory | NoLaboratory): Laboratory {
  if (typeof found === 'string') throw new Error(`no laboratory: ${found}`);
  return found;
}

function seats(lab: Laboratory, change: Parameters<Laboratory['under']>[0]) {
  return lab.under(change).options.map(({ changed }) => changed);
}

describe('a certificate is enough to compute its contest anew:', () => {
  test('any formula, any votes', () => {
    fc.assert(
      fc.property(figures, house, formula, (votes, number, chosen) => {
        const input = inputOf(partyList(number, { formula: chosen }), votes);

        const grounds = groundsOf(certified(input), naming);

        expect(grounds && allocate(grounds).outcome).toEqual(allocate(input).outcome);
      }),
      { numRuns: 40 },
    );
  });

  test.each<[string, AllocationInput]>([
    [
      'districts',
      inDistricts(partyList(5, { districts: districts({ D1: 2, D2: 3 }) }), {
        D1: { A: 10, B: 5 },
        D2: { A: 1, B: 9 },
      }),
    ],
    ['a second round', inputOf(president, { A: 40, B: 35, C: 25, cast: 100, invalid: 0 })],
    [
      'regions',
      {
        ...inputOf(referendum(['R1']), { yes: 0, no: 0 }),
        totals: [totals({ yes: 7, no: 1, cast: 9, registered: 10 }, 'R1')],
      },
    ],
    [
      'regions that the law asks for and nobody has published',
      inputOf(referendum(['R1', 'R2']), { yes: 7, no: 1, cast: 9, registered: 10 }),
    ],
    [
      'a region that is published, beside what others have counted',
      {
        ...inputOf(referendum(['R1', 'R2']), { yes: 0, no: 0 }),
        totals: [
          totals({ yes: 7, no: 1, cast: 9, registered: 10 }, 'R1'),
          totals({ yes: 2, no: 6, cast: 8, registered: 9 }, 'abroad', 3),
        ],
      },
    ],
    [
      'seats that are held',
      {
        ...inputOf(
          partyList(9, { formula: { type: 'highest-averages', divisors: 'dhondt', heldSeats: 'counted' } }),
          { A: 60, B: 40 },
        ),
        held: new Map([
          [optionId('A'), 3],
          [optionId('others'), 2],
        ]),
      },
    ],
  ])('%s', (_name, input) => {
    const grounds = groundsOf(certified(input), naming);

    expect(grounds && allocate(grounds).outcome).toEqual(allocate(input).outcome);
  });
});

describe('what if', () => {
  test('the threshold were 7 per cent: the seats of the lists below go to the others', () => {
    const lab = laboratory(laboratoryOf(certified(inputOf(kazakhstan(69, '5'), mazhilis)), naming));

    const { options, unrepresented } = lab.under({ threshold: '7' });

    expect(options.map(({ inForce }) => inForce)).toEqual([40, 8, 6, 6, 5, 4, 0]);
    expect(options.map(({ changed }) => changed)).toEqual([46, 9, 7, 7, 0, 0, 0]);
    expect(options.map(({ admitted }) => admitted)).toEqual([true, true, true, true, false, false, false]);
    expect(unrepresented).toBe(432920n + 331058n + 146431n + 248291n);
  });

  test('one list passed alone: the next, which the law admits beside it, takes part too', () => {
    const lab = laboratory(laboratoryOf(certified(inputOf(kazakhstan(69, '5'), mazhilis)), naming));

    const { options } = lab.under({ threshold: '50' });

    expect(options.map(({ changed }) => changed)).toEqual([61, 8, 0, 0, 0, 0, 0]);
    expect(options.map(({ admitted }) => admitted)).toEqual([true, true, false, false, false, false, false]);
  });

  test('there were no threshold, or another formula, or more seats', () => {
    const lab = laboratory(laboratoryOf(certified(inputOf(kazakhstan(69, '5'), mazhilis)), naming));

    expect(seats(lab, {})).toEqual([40, 8, 6, 6, 5, 4, 0]);
    expect(seats(lab, { threshold: '0' })).toEqual([39, 8, 6, 6, 5, 4, 1]);
    expect(seats(lab, { formula: 'dhondt' })).toEqual([41, 8, 6, 6, 5, 3, 0]);
    expect(seats(lab, { seats: 98 }).reduce((sum, one) => sum + one)).toBe(98);
  });

  test('a rule under which no seat can be given says so, and gives none', () => {
    const lab = laboratory(laboratoryOf(certified(inputOf(partyList(4), { A: 3, B: 2 })), naming));

    const { outcome, options } = lab.under({ threshold: '100' });

    expect(outcome.status).toBe('undetermined');
    expect(options).toEqual([]);
  });
});

describe('nothing can be changed where', () => {
  test('seats are not shared by lists', () => {
    expect(laboratoryOf(certified(inputOf(president, { A: 60, B: 40 })), naming)).toBe('no-list');
  });

  test('nothing was allocated', () => {
    expect(laboratoryOf(certified(inputOf(partyList(1), { A: 5, B: 5 })), naming)).toBe('not-allocated');
  });

  test('the certificate states another outcome than follows from its votes', () => {
    const certificate = certified(inputOf(partyList(3), { A: 60, B: 40 }));
    const [first] = certificate.inputs.options;
    if (!first) throw new Error('no option');
    const forged = {
      ...certificate,
      inputs: {
        ...certificate.inputs,
        options: [{ ...first, votes: 10 }, ...certificate.inputs.options.slice(1)],
      },
    };

    expect(laboratoryOf(forged, naming)).toBe('differs');
  });

  test.each([
    { type: 'lottery' },
    { type: 'party-list', seats: 1e9 },
    { type: 'party-list', seats: '9' },
    { type: 'toString' },
  ])('the system is none: %o', (system) => {
    expect(laboratoryOf({ ...certified(inputOf(partyList(3), { A: 60, B: 40 })), system }, naming)).toBe(
      'no-list',
    );
  });
});

describe('the rules that a reader can choose', () => {
  test.each(Object.keys(formulas).filter(isFormulaName))(
    '%s is known again in a system that has it',
    (name) => {
      const system = changedSystem(partyList(9, { seatsLaw: 'art-1' }), { formula: name, seats: 11 });

      expect(formulaNameOf(system)).toBe(name);
      expect(system).toMatchObject({ seats: 11 });
      expect(system).not.toHaveProperty('seatsLaw');
    },
  );

  test('a law with an article is the same formula; one of its own is none that is offered', () => {
    expect(formulaNameOf(kazakhstan(69, '5'))).toBe('hare');
    expect(
      formulaNameOf(partyList(9, { formula: { type: 'highest-averages', divisors: { sequence: ['1'] } } })),
    ).toBeNull();
  });

  test('a threshold keeps its base, and the shares of kinds of list', () => {
    const byKind = [{ listKind: 'coalition', percent: '8' }];
    const system = partyList(9, {
      threshold: { percent: '5', base: 'cast', inclusive: false, byKind, law: 'art-1' },
    });

    expect(changedSystem(system, { threshold: '7' }).threshold).toEqual({
      percent: '7',
      base: 'cast',
      inclusive: false,
      byKind,
    });
    expect(thresholdOf(system)).toBe('5');
    expect(thresholdOf(partyList(9))).toBe('0');
    expect(thresholdOf(partyList(9, { threshold: { all: [] } }))).toBeNull();
  });
});
