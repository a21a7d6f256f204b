import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allocate, readProblem, solutionOf } from '../functions/allocate/index.ts';
import electionSchema from '../schemas/election.schema.json' with { type: 'json' };

const page = readFileSync('docs/allocation.md', 'utf8');
const examples = [
  ...page.matchAll(/^```json problem\n([\s\S]*?)^```\n([\s\S]*?)^```json solution\n([\s\S]*?)^```$/gm),
].map(([, problem = '', between = '', solution = '']) => ({ problem, between, solution }));

test('every problem on the page has its solution', () => {
  expect(examples.length).toBe(page.match(/^```json problem$/gm)?.length);
  expect(examples.length).toBeGreaterThan(6);
  for (const { between } of examples) expect(between).not.toContain('```json');
});

test.each(examples)('the example comes out as the page says: $solution', async ({ problem, solution }) => {
  const reading = await readProblem(problem);

  expect('faults' in reading ? reading.faults : []).toEqual([]);
  const [input] = 'inputs' in reading ? reading.inputs : [];
  expect(input && solutionOf(input.contest, allocate(input))).toMatchObject(JSON.parse(solution));
});

test('the page has an example of every system', () => {
  const types = JSON.stringify(electionSchema.$defs).matchAll(/"type":\{"const":"([a-z-]+)"\}/g);
  const formulas = ['largest-remainder', 'highest-averages'];

  for (const [, type = ''] of types)
    if (!formulas.includes(type)) expect(page, type).toContain(`"type": "${type}"`);
});
