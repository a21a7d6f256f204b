import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../functions/allocate/allocate.ts';
import { certificateOf } from '../../functions/allocate/certificate.ts';
import { canonicalJson } from '../../functions/model/json/json.ts';
import type { AllocationInput } from '../../functions/model/law/allocation.ts';
import { areaId, contestId, electionId, optionId } from '../support/builders.ts';
import { biproportional, districts, inDistricts } from './districts/support.ts';
import {
  type Figures,
  ids,
  inputOf,
  kazakhstan,
  partyList,
  plurality,
  president,
  referendum,
  totals,
} from './support.ts';

const ajv = new Ajv2020({ strict: false });
const validate = ajv.compile(JSON.parse(readFileSync('schemas/certificate.schema.json', 'utf8')));
const mazhilis: Figures = { amanat: 3431510, auyl: 693938, baytaq: 146431, against: 248291, invalid: 10 };

function certify(input: AllocationInput) {
  return certificateOf(electionId('kz-2023'), 7, input, allocate(input));
}

describe('every kind of certificate fits the schema, as it is and as it is written:', () => {
  const lot = { among: ids('A', 'B'), seats: 1, won: ids('A'), source: 'S1' };
  const regions = {
    ...inputOf(referendum(['R1', 'R2']), { yes: 0, no: 0 }),
    totals: [totals({ yes: 7, no: 1, cast: 9 }, 'R1')],
  };
  const majority = { percent: '50', base: 'option-votes', inclusive: false } as const;
  const turnout = { percent: '50', base: 'registered', inclusive: false } as const;
  const weights = { R2: '1/2' };
  const half = { areas: ['R1', 'R2'].map(areaId), atLeast: '1/2', inclusive: false, weights, majority };
  const weighed: AllocationInput = { ...regions, system: { type: 'referendum', majority, regions: half } };
  const byDistrict = { N: { A: 60, B: 40 }, S: { A: 10, B: 90 } };
  const tiedInNorth = { N: { A: 50, B: 50 }, S: { A: 10, B: 90 } };
  const quorum = { district: majority, overall: majority };
  const doubleProportion = biproportional({ N: 2, S: 1 }, { voterNumbers: 'rounded', quorum });
  const compensated = partyList(5, { compensation: { contests: [contestId('other')], overhang: 'kept' } });
  const linked = [{ contest: contestId('other'), outcome: 'allocated', provisional: false }] as const;
  test.each<[string, AllocationInput]>([
    ['allocated', inputOf(kazakhstan(69, '5'), mazhilis)],
    ['one list passes', inputOf(kazakhstan(69, '5'), { A: 94, B: 4, C: 2 })],
    ['no list passes', inputOf(kazakhstan(69, '5'), { A: 4, against: 96 })],
    ['beyond 2^53', inputOf(partyList(3), { A: 2n ** 60n, B: 2n ** 61n })],
    ['lots required', inputOf(partyList(1), { A: 1, B: 1 })],
    ['lot drawn', inputOf(partyList(1), { A: 1, B: 1 }, { lots: [lot, { ...lot, seats: 2 }] })],
    ['elected', inputOf(plurality, { A: 2, B: 1 })],
    ['repeat voting', inputOf(plurality, { A: 2, B: 2 })],
    ['runoff', inputOf(president, { A: 40, B: 35, C: 25 })],
    ['referendum', inputOf(referendum(), { yes: 7, no: 1, cast: 9, registered: 10 })],
    ['referendum by region', regions],
    ['referendum with weighed regions', weighed],
    ['districts', inDistricts(partyList(3, { districts: districts({ N: 2, S: 1 }) }), byDistrict)],
    ['lots in a district', inDistricts(partyList(2, { districts: districts({ N: 1, S: 1 }) }), tiedInNorth)],
    ['double proportion', inDistricts(doubleProportion, byDistrict)],
    [
      'seats held elsewhere',
      { ...inputOf(compensated, { A: 6, B: 4 }), held: new Map([[optionId('B'), 7]]), linked },
    ],
    ['several seats', inputOf({ ...plurality, seats: 2 }, { A: 2, B: 1, C: 4 })],
    ['against all wins', inputOf({ ...plurality, againstAll: 'can-win' }, { A: 2, against: 4 })],
    ['too few took part', inputOf({ ...plurality, turnout }, { A: 2, cast: 2, registered: 9 })],
    ['no results', { ...inputOf(plurality, { A: 2, B: 1 }), totals: [], expected: null }],
  ])('%s', (_name, input) => {
    const certificate = certify(input);

    expect(validate(certificate) || validate.errors).toBe(true);
    expect(validate(JSON.parse(canonicalJson(certificate))) || validate.errors).toBe(true);
  });
});

test('persons declared for several seats are compared with those who have most votes', () => {
  const declaring = (...options: string[]) => ({
    declared: {
      elected: options.map((option) => ({ option: optionId(option), name: { en: option } })),
      source: 'S1',
    },
  });
  const council = { ...plurality, seats: 2 };
  const votes = { A: 2, B: 1, C: 4 };

  expect(certify(inputOf(council, votes, declaring('A', 'C'))).differences).toEqual([]);
  expect(certify(inputOf(council, votes, declaring('B', 'C'))).differences).toEqual([
    { of: 'elected', declared: ['B', 'C'], computed: ['A', 'C'] },
  ]);
});

test('says what went in, the law that it cites, and what came out', () => {
  const certificate = certify(inputOf(kazakhstan(48, '5'), mazhilis));

  expect(certificate).toMatchObject({
    election: 'kz-2023',
    contest: 'contest',
    revision: 7,
    system: { type: 'party-list', seats: 48 },
    laws: [{ id: 'art-97-1', title: { en: 'Art. 97-1' }, url: 'https://example.org/97-1' }],
    inputs: {
      counts: [{ count: 'invalid', sum: 10, protocols: 1 }],
      expected: 1,
      reported: 1,
      lots: [],
    },
    seats: [
      { option: 'amanat', seats: 40 },
      { option: 'auyl', seats: 8 },
      { option: 'baytaq', seats: 0 },
    ],
    provisional: false,
    declared: null,
    differences: [],
  });
  expect(certificate.inputs.options[3]).toEqual({
    option: 'against',
    kind: 'against-all',
    registration: 4,
    votes: 248291,
    protocols: 1,
  });
});

test('writes votes as text where a JSON number would round them', () => {
  const { inputs } = certify(inputOf(partyList(1), { A: 2n ** 53n, B: 2n ** 53n - 1n }));

  expect(inputs.options.map(({ votes }) => votes)).toEqual(['9007199254740992', 9007199254740991]);
});

test('does not take votes that were not published for none', () => {
  const input = inputOf(plurality, { A: 2, B: 1 });

  expect(certify({ ...input, totals: [] })).toMatchObject({
    inputs: { options: [{ votes: null, protocols: 0 }, { votes: null }] },
    seats: [],
  });
});

test('the same input gives the same bytes', () => {
  const bytes = () => canonicalJson(certify(inputOf(kazakhstan(48, '5'), mazhilis)));

  expect(bytes()).toBe(bytes());
});

test('shows the figures of the regions that published them', () => {
  const input = {
    ...inputOf(referendum(['R1', 'R2']), { yes: 0, no: 0 }),
    totals: [totals({ yes: 7, no: 1, cast: 9 }, 'R1')],
  };

  expect(certify(input).inputs.areas).toEqual([
    {
      area: 'R1',
      reported: 1,
      votes: [
        { option: 'yes', votes: 7, protocols: 1 },
        { option: 'no', votes: 1, protocols: 1 },
      ],
      counts: [{ count: 'cast', sum: 9, protocols: 1 }],
    },
  ]);
});

describe('what the authority declared stands beside what was computed:', () => {
  test('seats that differ', () => {
    const declared = { seats: { amanat: 41, auyl: 7, baytaq: 0 }, source: 'S1' };
    const certificate = certify(inputOf(kazakhstan(48, '5'), mazhilis, { declared }));

    expect(certificate.declared).toEqual(declared);
    expect(certificate.differences).toEqual([
      { of: 'seats', option: 'amanat', declared: 41, computed: 40 },
      { of: 'seats', option: 'auyl', declared: 7, computed: 8 },
    ]);
  });

  test('seats of an option that the authority has not named', () => {
    const declared = { seats: { amanat: 40 }, source: 'S1' };

    const { differences } = certify(inputOf(kazakhstan(48, '5'), mazhilis, { declared }));

    expect(differences).toEqual([{ of: 'seats', option: 'auyl', declared: 0, computed: 8 }]);
  });

  test('another winner, or the same', () => {
    const elected = (option: string) => ({
      declared: { elected: [{ option: ids(option)[0], name: { en: option } }], source: 'S1' },
    });

    expect(certify(inputOf(plurality, { A: 2, B: 1 }, elected('B'))).differences).toEqual([
      { of: 'elected', declared: ['B'], computed: ['A'] },
    ]);
    expect(certify(inputOf(plurality, { A: 2, B: 1 }, elected('A'))).differences).toEqual([]);
  });

  test('another answer', () => {
    const figures = { yes: 1, no: 7, cast: 9, registered: 10 };

    expect(
      certify(inputOf(referendum(), figures, { declared: { outcome: 'adopted', source: 'S1' } })).differences,
    ).toEqual([{ of: 'outcome', declared: 'adopted', computed: 'rejected' }]);
  });

  test('what could not be computed is no difference', () => {
    const declared = {
      seats: { A: 1 },
      elected: [{ name: { en: 'A' } }],
      outcome: 'adopted',
      source: 'S1',
    } as const;

    expect(
      certify({ ...inputOf(partyList(1), { A: 1, B: 1 }, { declared: { ...declared, elected: [] } }) })
        .differences,
    ).toEqual([]);
  });
});
