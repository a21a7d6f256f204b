import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, readProblem, solutionOf } from '../../../functions/allocate/index.ts';
import type { AllocationInput } from '../../../functions/model/law/allocation.ts';
import { areaId, optionId } from '../../support/builders.ts';
import { hare, plurality } from './support.ts';

test('fills in all of the contest but its system, and takes the options from the votes', async () => {
  const [input] = await inputsOf({ contest: { system: hare(5) }, votes: { A: 3, B: 2, 'against-all': 1 } });

  expect(input?.contest).toMatchObject({
    id: 'contest',
    name: { en: 'contest' },
    reportedBy: 'area',
    options: [
      { id: 'A', kind: 'list', name: { en: 'A' } },
      { id: 'B', kind: 'list', name: { en: 'B' } },
      { id: 'against-all', kind: 'against-all' },
    ],
  });
  expect(input?.expected).toBe(1);
});

test.each([
  ['candidates where candidates are elected', plurality, { A: 2, B: 1 }, { A: 'candidate', B: 'candidate' }],
  [
    'answers of a referendum',
    { type: 'referendum', majority: { percent: '50', base: 'cast', inclusive: false } },
    { yes: 2, no: 1, both: 1 },
    { yes: 'yes', no: 'no', both: 'not-counted' },
  ],
])('takes the ids of votes for %s', async (_what, system, votes, kinds) => {
  const [input] = await inputsOf({ contest: { system }, votes });

  expect(Object.fromEntries(input?.contest.options.map(({ id, kind }) => [id, kind]) ?? [])).toEqual(kinds);
});

test('takes a contest as it stands in election.json', async () => {
  const definition = JSON.parse(readFileSync('examples/kz-mazhilis-2023/election.json', 'utf8'));
  const contest = definition.contests.find(({ id }: { id: string }) => id === 'list');
  const { systems, laws } = definition;
  const votes = {
    amanat: 3431510,
    auyl: 693938,
    respublica: 547154,
    aqjol: 535139,
    ppk: 432920,
    osdp: 331058,
  };
  const rest = { baytaq: 146431, 'against-all': 248291 };

  const [input] = await inputsOf({ contest, systems, laws, votes: { ...votes, ...rest } });

  expect(input?.contest).toEqual({ ...contest, lots: [] });
  expect(input?.laws).toEqual(laws);
  expect(input && solutionOf(input.contest, allocate(input)).seats).toEqual({
    amanat: 40,
    auyl: 8,
    respublica: 6,
    aqjol: 6,
    ppk: 5,
    osdp: 4,
    baytaq: 0,
  });
});

test('keeps what is given of an option and fills in the rest', async () => {
  const options = [
    { id: 'A', name: { en: 'Alpha' }, registration: 2 },
    { id: 'B', kind: 'against-all' },
  ];

  const [input] = await inputsOf({ contest: { system: hare(1), options }, votes: { A: 1, B: 0 } });

  expect(input?.contest.options).toEqual([
    { id: 'A', kind: 'list', name: { en: 'Alpha' }, registration: 2 },
    { id: 'B', kind: 'against-all', name: { en: 'B' } },
  ]);
});

test('names of parties stand for options where none are listed', async () => {
  const [input] = await inputsOf({
    contest: { system: hare(3) },
    votes: { 'Ак жол': 2, 'CDU/CSU': 1, __proto: 0 },
  });

  expect(input && solutionOf(input.contest, allocate(input)).seats).toEqual({
    'Ак жол': 2,
    'CDU/CSU': 1,
    __proto: 0,
  });
});

test('a member called __proto__ is an option like any other', async () => {
  const text = `{"contest":{"system":${JSON.stringify(hare(3))}},"votes":{"__proto__":2,"B":1}}`;

  const reading = await readProblem(text);

  const [input] = 'inputs' in reading ? reading.inputs : [];
  expect(input && Object.entries(solutionOf(input.contest, allocate(input)).seats)).toEqual([
    ['__proto__', 2],
    ['B', 1],
  ]);
});

test('reads votes beyond 2^53 from strings, digit by digit', async () => {
  const votes = { A: '9007199254740992', B: '9007199254740993' };

  const [input] = await inputsOf({ contest: { system: plurality }, votes });

  expect(input && allocate(input).outcome).toEqual({ status: 'elected', option: 'B' });
});

test('every whole number of a string, and of a JSON number that is exact, arrives as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.maxSafeNat(), async (long, short) => {
      const [input] = await inputsOf({
        contest: { system: plurality },
        votes: { A: String(long), B: short },
      });
      const values = input?.totals[0]?.values;

      expect(values?.get(`votes:${optionId('A')}`)?.sum).toBe(long);
      expect(values?.get(`votes:${optionId('B')}`)?.sum).toBe(BigInt(short));
    }),
    { numRuns: 50 },
  );
});

test('null is a number that was not published, never zero', async () => {
  const [input] = await inputsOf({ contest: { system: plurality }, votes: { A: 3, B: null } });

  expect(input && allocate(input).outcome).toMatchObject({ status: 'undetermined', code: 'figures-missing' });
});

test('reads votes and counts by area', async () => {
  const majority = { percent: '50', base: 'cast', inclusive: false };
  const system = { type: 'referendum', majority, regions: { areas: ['R1', 'R2'], atLeast: '1/2', majority } };
  const votes = { R1: { yes: 7, no: 1 }, R2: { yes: 1, no: 9 } };

  const [input] = await inputsOf({
    contest: { system },
    votes,
    counts: { R1: { cast: 9 }, R2: { cast: 10 } },
  });

  expect(input?.totals.map(({ area }) => area)).toEqual([areaId('R1'), areaId('R2')]);
  expect(input && allocate(input).outcome.status).toBe('rejected');
});

test('lots are those of the contest and those beside it', async () => {
  const lot = { among: ['A', 'B'], seats: 1, won: ['B'] };

  const [input] = await inputsOf({ contest: { system: hare(19) }, votes: { A: 2, B: 2, C: 1 }, lots: [lot] });

  expect(input && solutionOf(input.contest, allocate(input))).toMatchObject({
    status: 'allocated',
    seats: { A: 7, B: 8, C: 4 },
  });
});

test('seats that are held already are handed to the engine', async () => {
  const [input] = await inputsOf({
    contest: { system: hare(5) },
    votes: { A: 3 },
    held: { A: 2, others: 1 },
  });

  expect([...(input?.held ?? [])]).toEqual([
    ['A', 2],
    ['others', 1],
  ]);
});

test('reads an array, and numbers the contests without an id', async () => {
  const problem = { contest: { system: hare(5) }, votes: { A: 3 } };

  const reading = await readProblem(
    JSON.stringify([problem, { ...problem, contest: { ...problem.contest, id: 'x' } }]),
  );

  expect(reading).toMatchObject({
    several: true,
    inputs: [{ contest: { id: 'contest-1' } }, { contest: { id: 'x' } }],
  });
});

test('never throws, whatever the JSON', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue(), async (contest, votes) => {
      const reading = await readProblem(JSON.stringify({ contest, votes }));

      expect('faults' in reading ? reading.faults.length : reading.inputs.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

async function inputsOf(problem: unknown): Promise<readonly AllocationInput[]> {
  const reading = await readProblem(JSON.stringify(problem));
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.inputs;
}
