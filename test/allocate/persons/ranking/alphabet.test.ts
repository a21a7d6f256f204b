import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collationKey, compareCollation } from '../../../../functions/allocate/persons/ranking/alphabet.ts';

/** As the alphabet of Kazakh is taught: 42 letters. */
const kazakh = 'А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я'.split(
  ' ',
);

function sorted(names: readonly string[], language: 'kk' | 'ru' | 'en' = 'kk'): string[] {
  const key = (name: string) => collationKey(name, language) ?? fail(name);
  return names.toSorted((a, b) => compareCollation(key(a), key(b)));
}

describe('Kazakh', () => {
  test('has its 42 letters in their order', () => {
    expect(kazakh).toHaveLength(42);
    expect(sorted(kazakh.toReversed())).toEqual(kazakh);
  });

  test('compares word by word, and what begins another stands first', () => {
    expect(sorted(['Әбенов Асан', 'Абенова Ая', 'Абенов Яков', 'Абенов', 'Қазин', 'Казин'])).toEqual([
      'Абенов',
      'Абенов Яков',
      'Абенова Ая',
      'Әбенов Асан',
      'Казин',
      'Қазин',
    ]);
  });

  test('passes over capitals, hyphens and composed or decomposed letters', () => {
    const key = collationKey('Ай-Төре  ЙУ', 'kk');

    expect(collationKey('айтөре йу', 'kk')).toEqual(key);
    expect(collationKey('Ай-Төре ЙУ'.normalize('NFD'), 'kk')).toEqual(key);
  });

  test.each(['Zhanar', 'Асан 2', '', ' - ', '__proto__', 'Аcан'])('cannot place %j', (name) => {
    expect(collationKey(name, 'kk')).toBeNull();
  });
});

test('Russian and English have their own order', () => {
  expect(sorted(['Ель', 'Ёлка', 'Ежов', 'Жук'], 'ru')).toEqual(['Ежов', 'Ель', 'Ёлка', 'Жук']);
  expect(sorted(['zoe', 'Ann', "O'Neil", 'Oliver'], 'en')).toEqual(['Ann', 'Oliver', "O'Neil", 'zoe']);
});

test('any names have one order, whatever the order they come in', () => {
  const name = fc
    .array(fc.array(fc.constantFrom(...kazakh), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.map((word) => word.join('')).join(' '));

  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), (names) => {
      expect(sorted(names.toReversed())).toEqual(sorted(names));
    }),
    { numRuns: 1000 },
  );
});

function fail(name: string): never {
  throw new Error(`${name} has no place in the alphabet`);
}
