import { expect, test } from 'vitest';
import { formulaNamed, formulaNames } from '../../../cli/allocate/formulas.ts';
import schema from '../../../schemas/election.schema.json' with { type: 'json' };

test('the names are those of the schema, each of one formula', () => {
  const names = formulaNames();

  expect(names).toContain('hare');
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(JSON.stringify(schema.$defs)).toContain(`"${name.split(':').at(-1)}"`);
    expect(formulaNamed(name).type).toMatch(/^(largest-remainder|highest-averages)$/);
  }
});

test.each(['hare', 'Hare', ' HARE ', 'Há’re'])('a name is taken as %j', (name) => {
  expect(formulaNamed(name)).toEqual({ type: 'largest-remainder', quota: 'hare' });
});

test.each(['', 'x', '__proto__', 'toString'])('%j is no formula', (name) => {
  expect(() => formulaNamed(name)).toThrow('--formula takes one of hare');
});
