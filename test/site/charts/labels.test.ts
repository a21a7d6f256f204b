import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelsOf } from '../../../site/charts/tiles/labels.ts';

const namesOf = (names: readonly string[]) => labelsOf(names).names;

test('names lose what they share, and words that are no name; names that would be the same stay whole', () => {
  expect(namesOf(['Abai Region', 'Almaty Region', 'Zhambyl Region', 'Almaty'])).toEqual([
    'Abai',
    'Almaty Region',
    'Zhambyl',
    'Almaty',
  ]);
  expect(namesOf(['область Абай', 'Акмолинская область', 'город Астана', 'область Ұлытау'])).toEqual([
    'Абай',
    'Акмолинская',
    'Астана',
    'Ұлытау',
  ]);
  expect(namesOf(['Абай облысы', 'Батыс Қазақстан облысы', 'Астана қаласы'])).toEqual([
    'Абай',
    'Батыс Қазақстан',
    'Астана',
  ]);
  expect(namesOf(['Region', 'Region', 'Region', 'Region'])).toEqual(['Region', 'Region', 'Region', 'Region']);
});

test('a tile without room for a name has initials or three letters, and more where they would be the same', () => {
  const { codes, longest } = labelsOf([
    'Алматинская область',
    'Карагандинская область',
    'Северо-Казахстанская область',
    'область Абай',
    'город Алматы',
  ]);

  expect(codes).toEqual(['Алмати', 'Кар', 'СК', 'Аба', 'Алматы']);
  expect(longest).toBe('Карагандинская'.length);
  expect(labelsOf(['Almaty Region', 'Abai Region', 'Akmola Region', 'Almaty']).codes).toEqual([
    'AR',
    'Aba',
    'Akm',
    'Alm',
  ]);
});

test('areas of different names of one word have different codes, whatever the names are', () => {
  const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('а', 'Б', 'в', '😀') });
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
      expect(new Set(labelsOf(names).codes).size).toBe(names.length);
    }),
  );
});
