import { describe, expect, test } from 'vitest';
import type { Vacancy } from '../../../functions/model/generated/election.ts';
import { optionId, personId } from '../../support/builders.ts';
import { districtOf, holders, list, listOf, openSeats, personsIn, personsOfAll } from './support.ts';

function vacancy(person: number, date: string, changes: Partial<Vacancy> = {}): Vacancy {
  return { option: optionId('A'), person, reason: 'resigned', date, source: 'S1', ...changes };
}

describe('a vacancy', () => {
  const won = (...vacancies: Vacancy[]) =>
    listOf({ A: 2 }, { persons: 'list-order', personsLaw: 'art-1', vacancyLaw: 'art-97-1' }, { vacancies });

  test('is filled by the next of the list, and who has left stays in the record', () => {
    const persons = personsIn(won(vacancy(1, '2024-02-01')), list('A', ['Ann', 'Bob', 'Cid']));

    expect(persons.elected).toMatchObject([
      { seat: 1, name: { en: 'Ann' }, until: '2024-02-01', ended: 'resigned', law: 'art-1' },
      { seat: 1, name: { en: 'Cid' }, since: '2024-02-01', law: 'art-97-1' },
      { seat: 2, name: { en: 'Bob' } },
    ]);
    expect(persons.steps.at(-1)).toMatchObject({
      rule: 'vacancy',
      law: 'art-97-1',
      seat: 1,
      order: 1,
      reason: 'resigned',
      successor: 3,
    });
  });

  test('is taken in the order of the dates, and who has left does not come back', () => {
    const persons = personsIn(
      won(vacancy(3, '2024-03-01'), vacancy(1, '2024-02-01'), vacancy(2, '2024-04-01')),
      list('A', ['Ann', 'Bob', 'Cid', 'Dan']),
    );

    expect(holders(persons)).toEqual(['A1 Dan']);
    expect(openSeats(persons)).toEqual(['A 1 list-exhausted']);
  });

  test('of a seat that the person does not hold changes nothing and is told', () => {
    const persons = personsIn(
      won(vacancy(3, '2024-02-01'), { ...vacancy(1, '2024-02-02'), option: optionId('Z') }),
      list('A', ['Ann', 'Bob', 'Cid']),
    );

    expect(holders(persons)).toEqual(['A1 Ann', 'A2 Bob']);
    expect(persons.steps.filter(({ rule }) => rule === 'vacancy-unused')).toMatchObject([
      { option: 'A', order: 3 },
      { option: 'Z', order: 1 },
    ]);
  });

  test('of a district stays open', () => {
    const resigned = { option: optionId('X'), reason: 'resigned', date: '2024-05-01', source: 'S1' } as const;
    const persons = personsIn(districtOf('smd', ['X', 'Y'], { vacancies: [resigned] }), []);

    expect(persons.elected).toMatchObject([{ until: '2024-05-01' }]);
    expect(openSeats(persons)).toEqual(['X 1 no-successor']);
  });
});

describe('where the party decides, a vacancy', () => {
  const decision = { option: optionId('A'), persons: [2], date: '2023-03-25', source: 'S1' };
  const won = (...vacancies: Vacancy[]) =>
    listOf({ A: 1 }, { persons: 'party-decides' }, { decisions: [decision], vacancies });
  const candidates = list('A', ['Ann', 'Bob', 'Cid']);

  test('is filled by whom it has named, and stays open until then', () => {
    const named = personsIn(won(vacancy(2, '2024-02-01', { successor: 3 })), candidates);
    const open = personsIn(won(vacancy(2, '2024-02-01')), candidates);

    expect(holders(named)).toEqual(['A1 Cid']);
    expect(openSeats(open)).toEqual(['A 1 party-undecided']);
  });

  test('is not filled by somebody who is not on the list', () => {
    const persons = personsIn(won(vacancy(2, '2024-02-01', { successor: 9 })), candidates);

    expect(openSeats(persons)).toEqual(['A 1 party-undecided']);
    expect(persons.steps).toContainEqual(expect.objectContaining({ rule: 'passed-over', order: 9 }));
  });

  test('is not filled by somebody who has sat before', () => {
    const persons = personsIn(
      won(vacancy(2, '2024-02-01', { successor: 1 }), vacancy(1, '2024-03-01', { successor: 2 })),
      candidates,
    );

    expect(openSeats(persons)).toEqual(['A 1 party-undecided']);
    expect(persons.steps).toContainEqual(expect.objectContaining({ order: 2, because: 'named-twice' }));
  });

  test('is not filled by the alphabet', () => {
    const end = { ...decision, persons: [] };
    const otherwise = { order: 'alphabet', language: 'en' } as const;
    const ended = listOf(
      { A: 1 },
      { persons: { rule: 'party-decides', otherwise } },
      { decisions: [end], vacancies: [vacancy(1, '2024-02-01')] },
    );

    const persons = personsIn(ended, candidates);

    expect(persons.elected).toMatchObject([{ name: { en: 'Ann' }, basis: 'alphabet', until: '2024-02-01' }]);
    expect(openSeats(persons)).toEqual(['A 1 party-undecided']);
  });

  test('stays vacant when nobody is left', () => {
    const persons = personsIn(won(vacancy(2, '2024-02-01')), list('A', [{ status: 'withdrawn' }, 'Bob']));

    expect(openSeats(persons)).toEqual(['A 1 list-exhausted']);
  });
});

test('who sits elsewhere or has died there does not follow', () => {
  const [bob, cid] = [{ person: personId('bob') }, { person: personId('cid') }];
  const lists = listOf(
    { A: 1 },
    { persons: 'list-order' },
    { system: 'list', vacancies: [vacancy(1, '2024-06-01')] },
  );
  const died = { option: optionId('Z'), reason: 'deceased', date: '2024-05-01', source: 'S1' } as const;
  const contests = [lists, districtOf('smd', ['X']), districtOf('smd-2', ['Z'], { vacancies: [died] })];
  const people = [
    ...list('A', ['Ann', bob, cid, 'Dan']),
    ...list('X', [bob], 'smd'),
    ...list('Z', [cid], 'smd-2'),
  ];

  const [strict] = personsOfAll(contests, people, { keeps: ['district'] });
  const [free] = personsOfAll(contests, people);

  expect(strict && holders(strict)).toEqual(['A1 Dan']);
  expect(free && holders(free)).toEqual(['A1 A2']);
});
