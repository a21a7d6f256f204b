import { expect, test } from 'vitest';
import { allocate } from '../../functions/allocate/allocate.ts';
import { certificateOf } from '../../functions/allocate/certificate.ts';
import { allocationInputs } from '../../functions/allocate/input.ts';
import type { Contest, ElectionDefinition, PartyList } from '../../functions/model/generated/election.ts';
import type { AreaTotals } from '../../functions/model/records/batch.ts';
import {
  anElection,
  areaId,
  contestId,
  electionId,
  listContest,
  optionId,
  partyId,
} from '../support/builders.ts';
import { type Figures, partyList, seatsOf, totals } from './support.ts';

function seat(id: string): Contest {
  return {
    id: contestId(id),
    name: { en: id },
    area: areaId(id === 'north' ? 'N' : 'S'),
    reportedBy: 'area',
    system: 'plurality',
    options: [
      { id: optionId('a'), kind: 'candidate', name: { en: 'a' }, party: partyId('PA') },
      { id: optionId('b'), kind: 'candidate', name: { en: 'b' }, party: partyId('PB') },
      { id: optionId('others'), kind: 'candidate', name: { en: 'c' }, independent: true },
    ],
  };
}

/** Ten seats, of which those of north and south count towards the share of the lists A (party PA) and B (party PB). */
const mixed: ElectionDefinition = anElection({
  parties: [
    { id: partyId('PA'), name: { en: 'A' } },
    { id: partyId('PB'), name: { en: 'B' } },
  ],
  systems: {
    list: partyList(10, {
      compensation: {
        contests: [contestId('north'), contestId('south')],
        overhang: 'kept',
        law: 'election-law-1',
      },
    }),
    plurality: { type: 'plurality', tie: 'repeat-voting' },
  },
  contests: [
    listContest({
      reportedBy: 'area',
      options: [
        { id: optionId('A'), kind: 'list', name: { en: 'A' }, party: partyId('PA') },
        { id: optionId('B'), kind: 'list', name: { en: 'B' }, party: partyId('PB') },
      ],
    }),
    seat('north'),
    seat('south'),
  ],
});

function of(contest: string, area: string, figures: Figures): AreaTotals {
  return { ...totals(figures, area), contest: contestId(contest) };
}

const lists = of('list', 'XX', { A: 60, B: 40 });

function listInput(...parts: readonly AreaTotals[]) {
  const [input] = allocationInputs(mixed, [lists, ...parts], new Map());
  if (!input) throw new Error('the definition has no contest');
  return input;
}

test('seats won by candidates of the party of a list count towards its share', () => {
  const input = listInput(
    of('north', 'N', { a: 5, b: 1, others: 1 }),
    of('south', 'S', { a: 1, b: 5, others: 1 }),
  );

  const { outcome, provisional } = allocate(input);

  expect(input.held).toEqual(
    new Map([
      ['A', 1],
      ['B', 1],
    ]),
  );
  expect(seatsOf(outcome)).toEqual({ A: 6, B: 4 });
  expect(outcome).toMatchObject({
    held: [
      { option: 'A', seats: 1 },
      { option: 'B', seats: 1 },
    ],
  });
  expect(provisional).toBe(false);
});

test('an independent takes a seat off the house, whatever its id', () => {
  const input = listInput(
    of('north', 'N', { a: 1, b: 1, others: 5 }),
    of('south', 'S', { a: 5, b: 1, others: 1 }),
  );

  const { outcome, steps } = allocate(input);

  expect([...steps].find(({ rule }) => rule === 'held-seats')).toMatchObject({ outside: 1, seats: 9 });
  expect(seatsOf(outcome)).toEqual({ A: 5, B: 4 });
});

test('the certificate names the contests that count, and how they came out', () => {
  const input = listInput(of('north', 'N', { a: 5, b: 1, others: 1 }));

  const allocation = allocate(input);
  const certificate = certificateOf(electionId('xx-2024'), 1, input, allocation);

  expect(certificate.outcome).toMatchObject({
    status: 'undetermined',
    code: 'linked-contest-open',
    reason: expect.stringContaining('south (no-results)'),
  });
  expect(certificate.inputs.linked).toEqual([
    { contest: 'north', outcome: 'elected', provisional: false },
    { contest: 'south', outcome: 'no-results', provisional: true },
  ]);
  expect(certificate.laws).toMatchObject([{ id: 'election-law-1' }]);
  expect(allocation.provisional).toBe(true);
});

test('contests that are linked in a circle are allocated all the same', () => {
  const compensation: PartyList['compensation'] = { contests: [contestId('list')], overhang: 'kept' };
  const circle = { ...mixed, systems: { ...mixed.systems, list: partyList(10, { compensation }) } };

  const [input] = allocationInputs(circle, [lists], new Map());

  expect(input?.held).toEqual(
    new Map([
      ['A', 6],
      ['B', 4],
    ]),
  );
});
