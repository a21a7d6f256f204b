import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { allocate, explain, languages, readProblem, solutionOf } from 'sailau/allocation';
import { expect, test } from 'vitest';

const entry = 'functions/allocate/index.ts';
const problem = {
  contest: {
    system: {
      type: 'party-list',
      seats: 19,
      formula: { type: 'largest-remainder', quota: 'hare' },
      ties: ['lots'],
    },
  },
  votes: { A: 2, B: 2, C: 1 },
};

test('is used on its own, from a problem to a solution and its explanation', async () => {
  const reading = await readProblem(JSON.stringify(problem));
  const [input] = 'inputs' in reading ? reading.inputs : [];
  if (!input) throw new Error('the problem was not read');

  const allocation = allocate(input);

  expect(solutionOf(input.contest, allocation)).toMatchObject({
    status: 'lots-required',
    seats: { A: 7, B: 7, C: 4 },
    ties: [{ options: ['A', 'B'], seats: 1 }],
  });
  for (const language of languages)
    expect([...explain(input, allocation, language)].length).toBeGreaterThan(20);
});

test('Node finds it under the name of the package', () => {
  const code = "import { languages } from 'sailau/allocation'; console.log(languages.join())";

  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });

  expect(out).toBe('en,kk,ru\n');
});

test('pulls in nothing but the engine, the model and the schemas, and one library, when a problem is read', () => {
  const { files, packages } = reached(entry);

  expect(files.filter((file) => !/^(functions\/(allocate|model)|schemas)\//.test(file))).toEqual([]);
  expect(files).not.toContain('functions/allocate/handler.ts');
  expect(files.length).toBeGreaterThan(30);
  expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual(['ajv/dist/2020.js']);
  expect(readFileSync('functions/allocate/problem/schemas.ts', 'utf8')).toContain(
    "await import('ajv/dist/2020.js')",
  );
});

/** The files of the project that a module leads to, and the packages that they name. */
function reached(start: string): { files: string[]; packages: Set<string> } {
  const files = [start];
  const packages = new Set<string>();
  for (const file of files)
    for (const name of file.endsWith('.json') ? [] : specifiers(file))
      if (!name.startsWith('.')) packages.add(name);
      else {
        const target = normalize(join(dirname(file), name));
        if (!files.includes(target)) files.push(target);
      }
  return { files, packages };
}

function specifiers(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'/g),
  ].map(([, from, dynamic]) => from ?? dynamic ?? '');
}
