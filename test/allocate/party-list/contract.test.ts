import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { allocate } from '../../../functions/allocate/allocate.ts';
import { certificateOf } from '../../../functions/allocate/certificate.ts';
import type { PartyList } from '../../../functions/model/generated/election.ts';
import { canonicalJson } from '../../../functions/model/json/json.ts';
import type { Step } from '../../../functions/model/law/allocation.ts';
import { electionId } from '../../support/builders.ts';
import { type Figures, ids, inputOf, partyList } from '../support.ts';

const ajv = new Ajv2020({ strict: false });
ajv.addSchema(JSON.parse(readFileSync('schemas/election.schema.json', 'utf8')), 'election');
const fitsSystem = ajv.compile({ $ref: 'election#/$defs/partyList' });
const fitsCertificate = ajv.compile(JSON.parse(readFileSync('schemas/certificate.schema.json', 'utf8')));

const five = { percent: '5', base: 'valid-votes', inclusive: true } as const;
const dhondt = { type: 'highest-averages', divisors: 'dhondt' } as const;
const votes: Figures = { A: 5010, B: 2300, C: 2290, D: 400 };

const cases: readonly (readonly [name: string, system: PartyList, votes: Figures])[] = [
  ['divisors by name', partyList(9, { formula: { ...dhondt, law: 'art-1' } }), votes],
  [
    'another first divisor',
    partyList(9, { formula: { ...dhondt, divisors: 'sainte-lague', first: '1.4' } }),
    votes,
  ],
  [
    'listed divisors',
    partyList(9, { formula: { ...dhondt, divisors: { sequence: ['1.4', '3'], add: '2' } } }),
    votes,
  ],
  ['divisors that end', partyList(9, { formula: { ...dhondt, divisors: { sequence: ['1', '3'] } } }), votes],
  ['divisors that do not ascend', partyList(9, { formula: { ...dhondt, first: '7' } }), votes],
  [
    'squares and a divisor of zero',
    partyList(9, { formula: { ...dhondt, divisors: 'huntington-hill' } }),
    votes,
  ],
  ['held seats', partyList(9, { formula: { ...dhondt, heldSeats: 'counted' } }), votes],
  [
    'too many whole seats',
    partyList(1, { formula: { type: 'largest-remainder', quota: 'hagenbach-bischoff' } }),
    { A: 1, B: 1 },
  ],
  [
    'seats taken back',
    partyList(2, {
      formula: {
        type: 'largest-remainder',
        quota: 'imperiali',
        overAward: 'subtract-smallest-remainder',
        overAwardLaw: 'art-1',
      },
    }),
    { A: 2, B: 1, C: 1 },
  ],
  [
    'a cap on remainders',
    partyList(6, {
      formula: {
        type: 'largest-remainder',
        quota: 'droop',
        remainderCap: { seats: 0, after: 'votes-per-seat', law: 'art-1' },
      },
    }),
    votes,
  ],
  [
    'remainders that do not suffice',
    partyList(7, { formula: { type: 'largest-remainder', quota: 'droop' } }),
    { A: 1, B: 1 },
  ],
  [
    'a share by kind, exempt and rounded',
    partyList(9, {
      threshold: {
        ...five,
        byKind: [{ listKind: 'coalition', percent: '8', law: 'art-1' }],
        exempt: ids('D'),
        exemptLaw: 'art-1',
        decimals: 0,
      },
    }),
    votes,
  ],
  [
    'any of several conditions',
    partyList(9, { threshold: { any: [five, { heldSeats: 3, law: 'art-1' }], law: 'art-1' } }),
    votes,
  ],
  ['all of several conditions', partyList(9, { threshold: { all: [five, { heldSeats: 1 }] } }), votes],
  [
    'no list passes',
    partyList(9, {
      threshold: { ...five, percent: '60' },
      noListPasses: { rule: 'all-admitted', law: 'art-1' },
    }),
    votes,
  ],
  [
    'no list passes, repeat',
    partyList(9, { threshold: { ...five, percent: '60' }, noListPasses: { rule: 'repeat-voting' } }),
    votes,
  ],
  [
    'no list passes, vacant',
    partyList(9, { threshold: { ...five, percent: '60' }, noListPasses: { rule: 'seats-vacant' } }),
    votes,
  ],
  [
    'limits',
    partyList(7, {
      minimumSeats: { seats: 1, law: 'art-1' },
      maximumSeats: { seats: 6, law: 'art-1' },
      absoluteMajority: { base: 'option-votes', law: 'art-1' },
      listExhaustion: { rule: 'others', law: 'art-1' },
    }),
    votes,
  ],
];

const seen = new Set<Step['rule']>();

test.each(cases)('%s: the system and its certificate fit the contracts', (_name, system, figures) => {
  const input = inputOf(system, figures);
  const options = input.contest.options.map((option) => ({
    ...option,
    listKind: 'coalition',
    listLength: 8,
  }));
  const held = new Map(ids('A', 'B').map((option) => [option, 3]));
  const whole = { ...input, contest: { ...input.contest, options }, held };

  const certificate = certificateOf(electionId('kz-2023'), 1, whole, allocate(whole));

  for (const { rule } of certificate.steps) seen.add(rule);
  expect(fitsSystem(system) || fitsSystem.errors).toBe(true);
  expect(fitsCertificate(JSON.parse(canonicalJson(certificate))) || fitsCertificate.errors).toBe(true);
  expect(certificate.laws.length).toBe(JSON.stringify(system).includes('art-1') ? 1 : 0);
});

test('every rule of lists has been told by one of them', () => {
  expect(seen).toEqual(
    new Set([
      'base',
      'threshold',
      'held-threshold',
      'admitted',
      'no-list-passes',
      'quota',
      'whole-seats',
      'remainder-seat',
      'over-award',
      'subtracted-seat',
      'remainder-cap',
      'average-seat',
      'divisors',
      'divisor-seat',
      'absolute-majority',
      'bound',
      'vacant-seats',
      'tie',
    ]),
  );
});
