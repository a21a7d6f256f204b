import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { certificatesOf } from '../../../functions/allocate/certificates.ts';
import { personsOf } from '../../../functions/allocate/persons/persons.ts';
import { canonicalJson } from '../../../functions/model/json/json.ts';
import { areaId, electionId, optionId, personId } from '../../support/builders.ts';
import { districtOf, holders, list, listOf, openSeats, personsIn } from './support.ts';

describe('in the order of the list', () => {
  test('the first take the seats, whatever the order of the rows', () => {
    const candidates = list('A', ['Ann', 'Bob', 'Cid', 'Dan']).toReversed();

    const persons = personsIn(listOf({ A: 2, B: 1 }, { persons: 'list-order', personsLaw: 'art-1' }), [
      ...list('B', ['Eve']),
      ...candidates,
    ]);

    expect(holders(persons)).toEqual(['A1 Ann', 'A2 Bob', 'B1 Eve']);
    expect(persons.elected[0]).toMatchObject({ order: 1, basis: 'list-order', law: 'art-1' });
    expect(persons.open).toEqual([]);
    expect(persons.steps[0]).toMatchObject({ rule: 'ranking', by: 'list-order', orders: [1, 2, 3, 4] });
  });

  test('who is withdrawn, has died or stands higher already is passed over', () => {
    const twice = { person: personId('p1') };
    const persons = personsIn(
      listOf({ A: 2 }, { persons: 'list-order' }),
      list('A', [{ status: 'withdrawn' }, twice, { status: 'deceased' }, twice, 'Eve']),
    );

    expect(holders(persons)).toEqual(['A1 A2', 'A2 Eve']);
    expect(persons.steps.filter(({ rule }) => rule === 'passed-over')).toMatchObject([
      { order: 1, because: 'withdrawn' },
      { order: 3, because: 'deceased' },
      { order: 4, because: 'named-twice' },
    ]);
  });

  test('a list that is too short leaves seats vacant, one that is not published leaves them open', () => {
    const persons = personsIn(listOf({ A: 3, B: 2 }, { persons: 'list-order' }), list('A', ['Ann']));

    expect(holders(persons)).toEqual(['A1 Ann']);
    expect(openSeats(persons)).toEqual(['A 2 list-exhausted', 'B 2 candidates-missing']);
  });
});

describe('where the party decides', () => {
  const decision = (persons: number[], option = 'A') => ({
    option: optionId(option),
    persons,
    date: '2023-03-25',
    source: 'S1',
  });
  const otherwise = { order: 'alphabet', language: 'kk', law: 'art-97-1' } as const;
  const alphabet = { rule: 'party-decides', otherwise } as const;
  const kazakh = list(
    'A',
    ['Ұлан', 'Әсел', 'Уәли', 'Асан', 'Ызғар'].map((kk) => ({ name: { kk, en: kk } })),
  );

  test('nobody sits before it has named them', () => {
    const persons = personsIn(listOf({ A: 2 }, { persons: alphabet }), kazakh);

    expect(persons.elected).toEqual([]);
    expect(openSeats(persons)).toEqual(['A 2 party-undecided']);
  });

  test('those named sit in the order of the decisions; the rest stays open', () => {
    const decisions = [decision([4]), decision([2])];
    const persons = personsIn(listOf({ A: 3 }, { persons: alphabet }, { decisions }), kazakh);

    expect(holders(persons)).toEqual(['A1 Асан', 'A2 Әсел']);
    expect(persons.elected[0]?.basis).toBe('party-decision');
    expect(openSeats(persons)).toEqual(['A 1 party-undecided']);
  });

  test('a place that is not on the list, or named before, decides nothing and is told', () => {
    const decisions = [decision([99, 4]), decision([4, 2])];
    const persons = personsIn(listOf({ A: 2 }, { persons: alphabet }, { decisions }), kazakh);

    expect(holders(persons)).toEqual(['A1 Асан', 'A2 Әсел']);
    expect(persons.steps.slice(0, 2)).toMatchObject([
      { rule: 'passed-over', order: 99, because: 'not-on-list' },
      { rule: 'passed-over', order: 4, because: 'named-twice' },
    ]);
  });

  test('once it names nobody more, the Kazakh alphabet does', () => {
    const decisions = [decision([1]), decision([])];
    const persons = personsIn(listOf({ A: 5 }, { persons: alphabet }, { decisions }), kazakh);

    expect(holders(persons)).toEqual(['A1 Ұлан', 'A2 Асан', 'A3 Әсел', 'A4 Уәли', 'A5 Ызғар']);
    expect(persons.elected[1]).toMatchObject({ basis: 'alphabet', law: 'art-97-1' });
    expect(persons.steps).toContainEqual(
      expect.objectContaining({ rule: 'alphabet', date: '2023-03-25', orders: [4, 2, 3, 5] }),
    );
  });

  test('without a rule for that, the seats stay open', () => {
    const decisions = [decision([])];
    const persons = personsIn(listOf({ A: 1 }, { persons: 'party-decides' }, { decisions }), kazakh);

    expect(openSeats(persons)).toEqual(['A 1 party-undecided']);
  });

  test('a name that the alphabet cannot place seats nobody, for it could be anybody’s turn', () => {
    const decisions = [decision([])];
    const candidates = [...kazakh, ...list('A', [{ order: 6, name: { kk: 'Zhanar' } }])];
    const persons = personsIn(listOf({ A: 1 }, { persons: alphabet }, { decisions }), candidates);

    expect(openSeats(persons)).toEqual(['A 1 name-missing']);
  });

  test('the name to sort by counts before the name', () => {
    const decisions = [decision([])];
    const candidates = list('A', [
      { name: { en: 'Асан Яхин' }, sortName: 'Яхин Асан' },
      { name: { en: 'Яна Абай' }, sortName: 'Абай Яна' },
    ]);
    const persons = personsIn(listOf({ A: 1 }, { persons: alphabet }, { decisions }), candidates);

    expect(holders(persons)).toEqual(['A1 Яна Абай']);
  });

  test('namesakes need a lot', () => {
    const decisions = [decision([])];
    const namesakes = list('A', [{ name: { kk: 'Асан' } }, { name: { kk: 'АСАН' } }]);
    const lot = { option: optionId('A'), among: [1, 2], seats: 1, won: [2], source: 'S1' };
    const without = personsIn(listOf({ A: 1 }, { persons: alphabet }, { decisions }), namesakes);
    const drawn = personsIn(
      listOf({ A: 1 }, { persons: alphabet }, { decisions, personLots: [lot] }),
      namesakes,
    );

    expect(openSeats(without)).toEqual(['A 1 lots-required']);
    expect(drawn.elected).toMatchObject([{ order: 2 }]);
  });

  test('a decision of an option without seats, or under another rule, is told', () => {
    const decisions = [decision([1], 'B'), decision([1])];
    const won = listOf({ A: 1, B: 0 }, { persons: 'list-order' }, { decisions });

    expect(personsIn(won, kazakh).steps).toMatchObject([
      { rule: 'ranking' },
      { rule: 'decision-unused', option: 'B', because: 'no-seats' },
      { rule: 'decision-unused', option: 'A', because: 'other-rule' },
    ]);
  });
});

describe('a candidate who stands alone', () => {
  test('takes the seat; the candidates table may say who it is', () => {
    const candidates = list('X', [{ person: personId('p7'), name: { en: 'As listed' }, woman: true }], 'smd');

    const persons = personsIn(districtOf('smd', ['X', 'Y']), candidates);

    expect(persons.elected).toMatchObject([
      { option: 'X', seat: 1, person: 'p7', name: { en: 'X' }, basis: 'ballot' },
    ]);
  });

  test('who has died before taking it leaves it open', () => {
    const persons = personsIn(districtOf('smd', ['X', 'Y']), list('X', [{ status: 'deceased' }], 'smd'));

    expect(openSeats(persons)).toEqual(['X 1 no-successor']);
  });
});

test('nothing is said where the definition has no rule, or no seat is won', () => {
  const without = listOf({ A: 2 }, {});
  const nothing = { ...districtOf('smd', ['X']), seats: [] };

  expect(personsOf({}, [without, nothing], list('A', ['Ann'])).size).toBe(0);
});

test('the certificate holds the persons, cites their law and fits its schema', () => {
  const ajv = new Ajv2020({ strict: false });
  const validate = ajv.compile(JSON.parse(readFileSync('schemas/certificate.schema.json', 'utf8')));
  const { input } = listOf(
    { A: 2, B: 1 },
    {
      persons: {
        rule: 'preferences',
        percent: '25',
        of: 'quota',
        inclusive: true,
        ties: 'lots',
        law: 'art-1',
      },
      groupQuota: { percent: '30', groups: ['woman'], of: ['mandates'] },
    },
    {
      vacancies: [{ option: optionId('A'), person: 1, reason: 'resigned', date: '2024-01-01', source: 'S1' }],
    },
  );
  const candidates = list('A', [{ preferences: 90 }, { preferences: 10 }, { preferences: 40 }]);

  const [certificate] = certificatesOf({ id: electionId('kz-2023') }, 3, [input], candidates);

  expect(certificate?.persons?.elected).toHaveLength(3);
  expect(certificate?.laws.map(({ id }) => id)).toContain('art-1');
  expect(validate(JSON.parse(canonicalJson(certificate))) || validate.errors).toBe(true);
});

test('says nothing of seats that lists win district by district: candidates are known by list alone', () => {
  const districts = { areas: [{ area: areaId('KZ'), seats: 2 }] };
  const won = listOf({ A: 2 }, { persons: 'list-order', districts });

  const persons = personsOf({}, [won], list('A', ['Ann', 'Ben']));

  expect(persons.size).toBe(0);
});
