import { afterEach, expect, test, vi } from 'vitest';
import { formatOf } from '../../../site/text/format.ts';
import { kazakhDate } from '../../../site/text/kazakh-date.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const votes = {
  one: '{count} протокол',
  few: '{count} протокола',
  many: '{count} протоколов',
  other: '{count} протокола',
};

test('writes numbers and percents as the language does', () => {
  expect(formatOf('en').number(1234567)).toBe('1,234,567');
  expect(formatOf('ru').number('9007199254740993')).toBe('9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0993');
  expect(formatOf('kk').percent('54.19')).toMatch(/^54,19\s?%$/);
  expect(formatOf('en').percent(null)).toBe('—');
});

test('writes days in each language', () => {
  expect(formatOf('en').date('2023-03-19')).toBe('19 March 2023');
  expect(formatOf('ru').date('2023-03-19')).toBe('19 марта 2023 г.');
  expect(formatOf('kk').date('2023-03-19')).toMatch(/^2023 (жылғы|ж\.) 19 наурыз$/);
});

test('a time has the day of the reader, a day is the same everywhere', () => {
  vi.stubEnv('TZ', 'Asia/Almaty');
  const night = '2024-03-19T21:30:00Z';

  expect(formatOf('en').time(night)).toMatch(/^20 March 2024, 02:30/);
  expect(formatOf('ru').time(night)).toMatch(/^20 марта 2024 г\., 02:30/);
  expect(formatOf('kk').time(night)).toMatch(/^2024 (жылғы|ж\.) 20 наурыз, 02:30/);
  expect(kazakhDate(new Date(night), 'own')).toBe('2024 жылғы 20 наурыз');
  expect(kazakhDate(new Date(night), 'UTC')).toBe('2024 жылғы 19 наурыз');

  vi.stubEnv('TZ', 'America/New_York');
  expect(formatOf('kk').date('2023-03-19')).toMatch(/^2023 (жылғы|ж\.) 19 наурыз$/);
});

test('takes the plural form that the number asks for', () => {
  const { plural } = formatOf('ru');

  expect([1, 3, 5, 21, 111].map((count) => plural(count, votes))).toEqual([
    '1 протокол',
    '3 протокола',
    '5 протоколов',
    '21 протокол',
    '111 протоколов',
  ]);
});

test('fills in names once: what is put in is not read again', () => {
  expect(formatOf('en').fill('{a} and {b}', { a: '{b}', b: '2' })).toBe('{b} and 2');
  expect(formatOf('en').fill('{constructor}', {})).toBe('{constructor}');
});
