import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readObjects } from '../../../../functions/validate/table/json/objects.ts';
import { factsOf } from '../../checking.ts';

async function read(text: string, size = 1000) {
  const rows: Record<number, readonly string[]> = {};
  const found: string[] = [];
  for await (const block of readObjects(pieces(text, size))) {
    for (const [index, cells] of block.rows.entries())
      if (!block.broken.has(block.first + index)) rows[block.first + index] = cells;
    found.push(
      ...(block.found ?? []).map(
        (one) => `${one.where.row} ${one.code}: ${factsOf(one).reason ?? factsOf(one).column}`,
      ),
    );
  }
  return { rows, found };
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

const rows = { 1: ['station', 'votes'], 2: ['st"1}', '5'], 3: ['', '1.50'], 4: ['no', ''] };
const objects = ['{"station":"st\\"1}","votes":5}', '{ "votes" : 1.50 }', '{"votes":null,"station":false}'];

describe('rows are the same wherever the pieces end', () => {
  test.each([
    ['an array', `[${objects.join(' ,\n')}]\n`],
    ['lines', `${objects.join('\n')}\n`],
    ['lines without an end', objects.join('\r\n')],
  ])('%s', async (_name, text) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(await read(text, size)).toEqual({ rows, found: [] });
  });

  test('of any texts and numbers', async () => {
    const row = fc.record({ a: fc.string({ unit: 'binary' }), b: fc.nat() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (list, size) => {
          const { rows: found } = await read(JSON.stringify(list), size);
          expect(Object.values(found).slice(1)).toEqual(list.map(({ a, b }) => [a, String(b)]));
        },
      ),
    );
  });
});

test('numbers keep every digit', async () => {
  const { rows: found } = await read('[{"a":9007199254740993,"b":1e3,"c":-0}]');

  expect(found[2]).toEqual(['9007199254740993', '1e3', '-0']);
});

describe('what is no row is reported with its number, and the others are read', () => {
  test.each([
    [
      'a value in a value',
      '[{"a":1},{"a":{"b":1}},{"a":2}]',
      '3 json-row-invalid: the value of a is no text',
      3,
    ],
    ['a member twice', '[{"a":1},{"a":1,"a":2}]', '3 json-row-invalid: a stands twice', 2],
    ['a member that the first does not have', '[{"a":1},{"b":2}]', '3 header-unknown: b', 3],
    ['no comma', '[{"a":1} {"a":2}]', '3 json-row-invalid: "{" stands where an object', 2],
    ['a comma at the end', '[{"a":1},]', '3 json-row-invalid: "]" stands', 2],
    ['an array that does not end', '[{"a":1}', '3 json-row-invalid: the file ends before', 2],
    ['an object that does not end', '{"a":1}\n{"a":', '3 json-row-invalid: the file ends inside', 2],
    ['something else', '[1]', '2 json-row-invalid: "1" stands', 0],
    ['a bad first object', '[{"a":},{"a":1}]', '2 json-row-invalid: the value of a', 0],
    ['text after the array', '[{"a":1}] x', '3 json-row-invalid: "x" stands', 2],
    ['a bad escape', '[{"a":1},{"a":"\\q"}]', '3 json-row-invalid: the value of a', 2],
    [
      'a number with a leading zero',
      '[{"a":1},{"a":01}]',
      '3 json-row-invalid: "1}" stands where a comma',
      2,
    ],
  ])('%s', async (_name, text, problem, count) => {
    for (const size of [1, 1000]) {
      const { rows: read_, found } = await read(text, size);

      expect(found).toEqual([expect.stringContaining(problem)]);
      expect(Object.keys(read_)).toHaveLength(count);
    }
  });

  test('of an empty array nothing is', async () => {
    expect(await read('[]')).toEqual({ rows: {}, found: [] });
  });
});
