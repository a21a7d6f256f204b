import { describe, expect, test } from 'vitest';
import { finding, findingMessage, findingRemedy, raised } from '../../functions/model/finding.ts';
import { catalogue } from '../../functions/model/generated/findings.ts';

const found = finding('row-cells', { row: 3 }, { cells: 4, expected: 5 });

test('a finding has the level of the catalogue, and its facts stand in the message', () => {
  expect(found).toEqual({
    code: 'row-cells',
    level: 'error',
    where: { row: 3 },
    data: { cells: 4, expected: 5 },
  });
  expect(findingMessage(found, 'en')).toBe('The row has 4 cells, the header 5.');
  expect(findingMessage(found, 'ru')).toContain('4');
  expect(findingRemedy(found, 'kk')).not.toBe(findingRemedy(found, 'en'));
});

test('in a language that the catalogue lacks it is said in English', () => {
  expect(findingMessage(found, 'lt')).toBe(findingMessage(found, 'en'));
});

test('facts are text: braces and names of the language in them are not filled in', () => {
  const hostile = finding('key-not-recognised', {}, { key: '{constructor} {key}' });

  expect(findingMessage(hostile, 'en')).toContain('The key {constructor} {key} is none');
});

test('severity raises the warnings that it names', () => {
  const warning = finding('no-votes', {});

  expect(raised(warning, { 'no-votes': 'error' }).level).toBe('error');
  expect(raised(warning, { 'votes-valid': 'error' }).level).toBe('warning');
  expect(raised(warning, undefined)).toBe(warning);
});

describe.each(Object.entries(catalogue))('%s', (_code, entry) => {
  test('names the same facts in every language', () => {
    const facts = (text = '') => [...new Set(text.match(/\{[a-z]+\}/gi))].sort();

    for (const language of ['kk', 'ru']) {
      expect(facts(entry.message[language])).toEqual(facts(entry.message.en));
      expect(facts(entry.remedy[language])).toEqual(facts(entry.remedy.en));
      expect(entry.title[language]).not.toBe('');
    }
  });
});
