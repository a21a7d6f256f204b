import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differing, resultOf, ruleOf, type Vector } from './vectors/lists.ts';

/** Apportionments of the world, with what they come to; kept beside the repository, not in it. */
const file = '../shared/data/allocation/vectors.json';

if (existsSync(file)) {
  const vectors: Vector[] = JSON.parse(readFileSync(file, 'utf8'));
  const own = vectors.filter(({ method }) => ruleOf(method) !== null);

  test('there are vectors of every list method', () => {
    expect(own.length).toBeGreaterThan(230);
  });

  test.each(own.map((vector) => [vector.id, vector] as const))(
    'gives the known result of %s',
    (_id, vector) => {
      expect(resultOf(vector)).toEqual(vector.expected);
    },
  );

  describe('the method matters', () => {
    const told = own.filter(({ differs_under: others }) => others !== undefined);

    test.each(told.map((vector) => [vector.id, vector] as const))(
      'just the named other methods give something else than %s',
      (_id, vector) => {
        expect(differing(vector)).toEqual(new Set(vector.differs_under));
      },
    );
  });
} else {
  console.warn(`SKIPPED: ${file} is not there, so the vectors of the list methods were not run`);
  test.skip(`the vectors of ${file}`);
}
