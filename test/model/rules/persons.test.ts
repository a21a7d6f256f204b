import { expect, test } from 'vitest';
import { isPersonId } from '../../../functions/model/ids.ts';
import type { Candidate } from '../../../functions/model/records/roll.ts';
import { repeatedPersons } from '../../../functions/model/rules/persons.ts';
import { contestId, optionId } from '../../support/builders.ts';

test.each([
  ['the same name without ids', ['A', 'Ann Lee'], ['B', 'ann  lee'], 1],
  ['the same id, whatever the names', ['A', 'Ann Lee', 'p1'], ['B', 'Ann Smith', 'p1'], 1],
  ['an id on one side only', ['A', 'Ann Lee', 'p1'], ['B', 'Ann Lee'], 1],
  ['namesakes with ids of their own', ['A', 'Ann Lee', 'p1'], ['B', 'Ann Lee', 'p2'], 0],
  ['nothing but places', ['A', ''], ['B', ''], 0],
] as const)('%s', (_case, first, second, times) => {
  const found = repeatedPersons([candidate(first), candidate(second)]);

  expect(found.map(({ finding }) => finding.where.option)).toEqual(times === 1 ? ['B'] : []);
});

test('a person may stand in another contest', () => {
  const other = { ...candidate(['A', 'Ann Lee', 'p1']), contest: contestId('mayor') };

  expect(repeatedPersons([candidate(['A', 'Ann Lee', 'p1']), other])).toEqual([]);
});

function candidate([option, name, person]: readonly [
  option: string,
  name: string,
  person?: string,
]): Candidate {
  return {
    contest: contestId('list'),
    option: optionId(option),
    order: 1,
    name: name === '' ? {} : { en: name },
    woman: null,
    youth: null,
    disability: null,
    independent: null,
    source: '',
    ...(person !== undefined && isPersonId(person) && { person }),
  };
}
