import { expect, test } from 'vitest';
import { areaTree } from '../../../functions/model/areas.ts';
import { areasOf, countedIn, districtsOf, systemNamed } from '../../../functions/model/law/systems.ts';
import { biproportional, districts } from '../../allocate/districts/support.ts';
import { partyList, plurality, president, referendum } from '../../allocate/support.ts';
import { anElection, areaId } from '../../support/builders.ts';

test.each([
  ['regions of a double majority', referendum(['N', 'S']), ['N', 'S']],
  ['a referendum of one question to all', referendum(), []],
  ['districts of lists', partyList(3, { districts: districts({ N: 2, S: 1 }) }), ['N', 'S']],
  ['districts of a double proportion', biproportional({ S: 1, N: 2 }), ['S', 'N']],
  ['one district', partyList(3), []],
  ['one seat', plurality, []],
  ['an office', president, []],
])('the areas that a system looks at by themselves: %s', (_what, system, areas) => {
  expect(areasOf(system)).toEqual(areas);
});

test('only lists are filled in districts', () => {
  expect(districtsOf(biproportional({ N: 2 }))?.areas).toEqual([{ area: 'N', seats: 2 }]);
  expect(districtsOf(referendum(['N']))).toBeUndefined();
});

test('votes of an area count in the region that it lies in, and in itself where it lies in none', () => {
  const tree = areaTree(anElection());
  const areaOf = countedIn(referendum(['N']), tree);

  expect(['N1', 'N', 'S'].map((area) => areaOf(areaId(area)))).toEqual(['N', 'N', 'S']);
});

test('a system is found by its own name only, never by one that every object has', () => {
  const { systems } = anElection();

  expect(systemNamed({ systems }, 'plurality')).toBe(systems.plurality);
  expect(systemNamed({ systems }, 'constructor')).toBeUndefined();
});
