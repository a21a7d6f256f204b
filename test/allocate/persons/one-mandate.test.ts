import { describe, expect, test } from 'vitest';
import { optionId, personId } from '../../support/builders.ts';
import { districtOf, holders, list, listOf, openSeats, personsOfAll } from './support.ts';

const bob = { person: personId('bob') };
const party = (changes = {}) => listOf({ A: 2 }, { persons: 'list-order' }, { system: 'list', ...changes });
const candidates = [...list('A', ['Ann', { ...bob }, 'Cid']), ...list('X', [{ ...bob }], 'smd')];

describe('who wins in two contests', () => {
  test('keeps both where no rule forbids it', () => {
    const [lists, district] = personsOfAll([party(), districtOf('smd', ['X', 'Y'])], candidates);

    expect(lists && holders(lists)).toEqual(['A1 Ann', 'A2 A2']);
    expect(district && holders(district)).toEqual(['X1 X']);
  });

  test('keeps the mandate that the rule puts first; the seat on the list goes to the next', () => {
    const rule = { keeps: ['district', 'list'], law: 'art-1' };
    const [lists, district] = personsOfAll([party(), districtOf('smd', ['X', 'Y'])], candidates, rule);

    expect(lists && holders(lists)).toEqual(['A1 Ann', 'A2 Cid']);
    expect(lists?.steps).toContainEqual(
      expect.objectContaining({
        rule: 'passed-over',
        order: 2,
        because: 'other-mandate',
        contest: 'smd',
        law: 'art-1',
      }),
    );
    expect(district && holders(district)).toEqual(['X1 X']);
  });

  test('or the seat of the district stays open, for nobody follows there', () => {
    const [lists, district] = personsOfAll([party(), districtOf('smd', ['X', 'Y'])], candidates, {
      keeps: ['list'],
    });

    expect(lists && holders(lists)).toEqual(['A1 Ann', 'A2 A2']);
    expect(district && openSeats(district)).toEqual(['X 1 no-successor']);
  });

  test('who has declined one of them keeps the other', () => {
    const declined = { option: optionId('X'), reason: 'declined', date: '2024-03-12', source: 'S1' } as const;
    const [lists, district] = personsOfAll(
      [party(), districtOf('smd', ['X', 'Y'], { vacancies: [declined] })],
      candidates,
      { keeps: ['district'] },
    );

    expect(lists && holders(lists)).toEqual(['A1 Ann', 'A2 A2']);
    expect(district && openSeats(district)).toEqual(['X 1 no-successor']);
  });

  test('a seat that moves on may give somebody else a second mandate: it moves on again', () => {
    const cid = { person: personId('cid') };
    const [lists] = personsOfAll(
      [party(), districtOf('smd', ['X', 'Y']), districtOf('smd-2', ['Z'])],
      [...list('A', ['Ann', bob, cid, 'Dan']), ...list('X', [bob], 'smd'), ...list('Z', [cid], 'smd-2')],
      { keeps: ['district'] },
    );

    expect(lists && holders(lists)).toEqual(['A1 Ann', 'A2 Dan']);
  });

  test('equal names alone are two persons', () => {
    const namesakes = [...list('A', ['Bob']), ...list('X', ['Bob'], 'smd')];
    const [lists] = personsOfAll([party(), districtOf('smd', ['X'])], namesakes, { keeps: ['district'] });

    expect(lists && holders(lists)).toEqual(['A1 Bob']);
  });
});
