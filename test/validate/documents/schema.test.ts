import { describe, expect, test } from 'vitest';
import { anElection } from '../../support/builders.ts';
import { factsOf, verdictOn } from '../checking.ts';
import { problems } from './support.ts';

describe('a definition that does not fit its schema', () => {
  test.each([
    ['a member that is missing', { name: undefined }, '/', 'the member "name" is missing'],
    ['a member that is not known', { colour: 'red' }, '/', 'the member "colour" is not known here'],
    ['a wrong type', { languages: 'en' }, '/languages', 'the value must be of type array'],
    [
      'a wrong word',
      { areas: [{ id: 'XX', type: 'moon', name: { en: 'X' } }] },
      '/areas/0/type',
      'the value must be one of country, region, district, municipality, abroad',
    ],
    ['a wrong form', { country: 'Kazakhstan' }, '/country', 'the value does not have the form ^[A-Z]{2}$'],
    [
      'a fault in the system that is meant',
      { systems: { list: { type: 'plurality', tie: 'coin' } } },
      '/systems/list/tie',
      'the value must be one of repeat-voting, lots',
    ],
    [
      'a fault in the rule of a list that is meant',
      { systems: { list: { ...anElection().systems.list, persons: { rule: 'party-decides' } } } },
      '/systems/list/persons',
      'the member "otherwise" is missing',
    ],
    [
      'a system of no kind',
      { systems: { list: { type: 'lottery' } } },
      '/systems/list',
      'the value has none of the forms that are allowed here',
    ],
    [
      'a fault within alternatives within a system',
      {
        systems: {
          list: { ...anElection().systems.list, oneListPasses: { rule: 'admit-next', factor: '0.7' } },
        },
      },
      '/systems/list/oneListPasses',
      'the member "minimumSeats" is missing',
    ],
  ])('%s', async (_name, changes, pointer, reason) => {
    expect(await problems({ ...anElection(), ...changes })).toEqual([
      ['definition-invalid', pointer, reason],
    ]);
  });

  test('all its faults at once', async () => {
    expect(await problems({ ...anElection(), date: 'today', country: 'x' })).toHaveLength(2);
  });
});

test('a syntax error names line and column', async () => {
  const { findings } = await verdictOn({ 'election.json': '{\n  "id": "xx-2024"\n  "name": {}\n}' });

  expect(findings.kept.map((found) => factsOf(found).reason)).toEqual([
    expect.stringMatching(/line 3 column 3/),
  ]);
});

test('a definition in UTF-16, as some editors save it, is read', async () => {
  const bytes = Buffer.from(`\ufeff${JSON.stringify(anElection())}`, 'utf16le');

  expect((await verdictOn({ 'election.json': bytes })).outcome).toBe('accepted');
});
