import { expect, test } from 'vitest';
import { certificatesOf } from '../../../functions/allocate/certificates.ts';
import { allocationInputs } from '../../../functions/allocate/input.ts';
import type { ElectionDefinition } from '../../../functions/model/generated/election.ts';
import type { Candidate } from '../../../functions/model/records/roll.ts';
import { filesOf, readJson, root, totalsOf } from '../../examples/reading.ts';
import { contestId, optionId } from '../../support/builders.ts';
import { type Figures, totals } from '../support.ts';
import { holders, openSeats } from './support.ts';

const election = 'kz-mazhilis-2023';
const definition: ElectionDefinition = readJson(`${root}${election}/election.json`);
const { votes } = totalsOf(election, 'list', filesOf(election));
const lists = definition.contests.filter(({ id }) => id === 'list');

test('Mazhilis 2023: no list is published, so the 69 seats are open, party by party', () => {
  const persons = personsWith({}, []);

  expect(persons && openSeats(persons)).toEqual(
    [
      ...['amanat 40', 'auyl 8', 'respublica 6'].map((seats) => `${seats} candidates-missing`),
      ...['aqjol 6', 'ppk 5', 'osdp 4'].map((seats) => `${seats} candidates-missing`),
    ].sort(inBallotOrder),
  );
  expect(persons?.quotas).toHaveLength(6);
  expect(persons?.quotas.every(({ result }) => result === 'undetermined')).toBe(true);
});

test('Mazhilis 2023: a party that has named nobody in ten days is seated by the Kazakh alphabet, Art. 97-1 (5)', () => {
  const names = ['Өмірбеков', 'Оспанов', 'Ахметов', 'Әлиев', 'Қасымов', 'Касенов'];
  const end = { option: optionId('osdp'), persons: [], date: '2023-04-06', source: 'S01' };

  const persons = personsWith({ decisions: [end] }, names.map(standsFor));

  expect(persons && holders(persons)).toEqual([
    'osdp1 Ахметов',
    'osdp2 Әлиев',
    'osdp3 Касенов',
    'osdp4 Қасымов',
  ]);
  expect(persons?.elected[0]?.law).toBe('elections-97-1-5');
  expect(persons?.quotas.find(({ option }) => option === 'osdp')).toMatchObject({
    required: { exact: '6/5' },
    members: 1,
    result: 'fails',
    law: 'elections-97-1-5',
  });
});

function personsWith(changes: Partial<(typeof lists)[number]>, candidates: readonly Candidate[]) {
  const contests = lists.map((contest) => ({ ...contest, ...changes }));
  const figures: Figures = Object.fromEntries(votes);
  const counted = { ...totals(figures), contest: contestId('list') };
  const inputs = allocationInputs({ ...definition, contests }, [counted], new Map());
  return certificatesOf(definition, 1, inputs, candidates)[0]?.persons;
}

function standsFor(name: string, place: number): Candidate {
  return {
    contest: contestId('list'),
    option: optionId('osdp'),
    order: place + 1,
    name: { kk: name, en: name },
    woman: name === 'Ахметов',
    youth: false,
    disability: false,
    independent: false,
    source: 'S01',
  };
}

function inBallotOrder(a: string, b: string): number {
  const place = (seats: string) => lists[0]?.options.findIndex(({ id }) => seats.startsWith(`${id} `)) ?? -1;
  return place(a) - place(b);
}
