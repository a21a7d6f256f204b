import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonsRule, Vacancy } from '../../../functions/model/generated/election.ts';
import type { Candidate } from '../../../functions/model/records/roll.ts';
import { contestId, optionId, personId } from '../../support/builders.ts';
import { list, listOf, personsOfAll } from './support.ts';

const rules = fc.constantFrom<PersonsRule>(
  'list-order',
  'party-decides',
  { rule: 'preferences', percent: '10', of: 'quota', inclusive: true, ties: 'lots' },
  { rule: 'preferences', percent: '5', of: 'list-votes', inclusive: false, ties: 'list-order' },
  { rule: 'party-decides', otherwise: { order: 'alphabet', language: 'en' } },
);
const person = fc.record(
  {
    person: fc.integer({ min: 1, max: 6 }).map((id) => personId(`p${id}`)),
    status: fc.constantFrom('withdrawn' as const, 'deceased' as const),
    preferences: fc.integer({ min: 0, max: 60 }),
    name: fc.constantFrom({ en: 'Ann' }, { en: 'Bob' }, { en: 'Cid' }),
  },
  { requiredKeys: ['name'] },
);
const vacancy = fc.record({
  option: fc.constantFrom('A', 'B').map(optionId),
  person: fc.integer({ min: 1, max: 7 }),
  reason: fc.constantFrom<Vacancy['reason']>('declined', 'resigned', 'deceased'),
  date: fc.constantFrom('2024-01-01', '2024-02-01', '2024-03-01'),
  source: fc.constant('S1'),
});
const decision = fc.record({
  option: fc.constantFrom('A', 'B').map(optionId),
  persons: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
  date: fc.constant('2023-12-01'),
  source: fc.constant('S1'),
});
const contest = fc.record({
  rule: rules,
  seats: fc.record({ A: fc.integer({ min: 0, max: 4 }), B: fc.integer({ min: 1, max: 4 }) }),
  people: fc.record({ A: fc.array(person, { maxLength: 6 }), B: fc.array(person, { maxLength: 6 }) }),
  vacancies: fc.array(vacancy, { maxLength: 4 }),
  decisions: fc.array(decision, { maxLength: 3 }),
});
const election = fc.tuple(contest, contest).map((contests) => {
  const ids = ['first', 'second'] as const;
  const candidates: Candidate[] = contests.flatMap(({ people }, place) => [
    ...list('A', people.A, ids[place]),
    ...list('B', people.B, ids[place]),
  ]);
  const won = contests.map(({ rule, seats, vacancies, decisions }, place) =>
    listOf(seats, { persons: rule }, { vacancies, decisions, ...named(ids[place] ?? 'first') }),
  );
  return { won, candidates };
});

function named(id: string) {
  return { id: contestId(id), system: id };
}

test('every seat is held by one person or open, and nobody holds two of a list', () => {
  fc.assert(
    fc.property(election, ({ won, candidates }) => {
      for (const [place, persons] of personsOfAll(won, candidates).entries())
        for (const { option, seats } of won[place]?.seats ?? []) {
          const held = persons.elected.filter((one) => one.option === option && one.until === undefined);
          const open = persons.open.filter((one) => one.option === option);
          expect(held.length + open.reduce((sum, one) => sum + one.seats, 0)).toBe(seats);
          expect(new Set(held.map(({ order }) => order)).size).toBe(held.length);
          expect(new Set(held.map(({ seat }) => seat)).size).toBe(held.length);
          const known = held.flatMap((one) => one.person ?? []);
          expect(new Set(known).size).toBe(known.length);
        }
    }),
    { numRuns: 2000 },
  );
});

test('where nobody may hold two mandates, nobody does at any time', () => {
  fc.assert(
    fc.property(election, fc.constantFrom('first', 'second', 'other'), ({ won, candidates }, keeps) => {
      const persons = personsOfAll(won, candidates, { keeps: [keeps] });
      const holders = persons.flatMap(({ elected }) => elected.filter(({ until }) => until === undefined));
      const known = holders.flatMap((one) => one.person ?? []);

      expect(new Set(known).size).toBe(known.length);
    }),
    { numRuns: 2000 },
  );
});

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(election, ({ won, candidates }) => {
      const rule = { keeps: ['second'] };

      expect(personsOfAll(won, candidates.toReversed(), rule)).toEqual(personsOfAll(won, candidates, rule));
    }),
    { numRuns: 1000 },
  );
});
