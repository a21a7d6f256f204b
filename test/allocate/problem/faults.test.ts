import { describe, expect, test } from 'vitest';
import { readProblem } from '../../../functions/allocate/index.ts';
import electionSchema from '../../../schemas/election.schema.json' with { type: 'json' };
import { hare } from './support.ts';

describe('says where a problem is wrong, what, and how to mend it:', () => {
  const system = hare(5);
  const votes = { A: 3 };
  const contest = { system };
  test.each<[string, unknown, string, RegExp]>([
    ['no object', 5, '/', /must be of type object/],
    ['an empty array', [], '/', /holds no problem/],
    ['no votes', { contest }, '/', /member "votes" is missing/],
    ['no system', { contest: {}, votes }, '/contest', /member "system" is missing/],
    ['a stranger', { contest, votes, vote: 1 }, '/', /member "vote" is not known here/],
    [
      'a system that is not there',
      { contest: { system: 'x' }, votes },
      '/contest/system',
      /names the system "x".*Put the system/,
    ],
    [
      'an inherited system',
      { contest: { system: 'toString' }, systems: {}, votes },
      '/contest/system',
      /names the system/,
    ],
    [
      'no such type',
      { contest: { system: { type: 'lottery' } }, votes },
      '/contest/system',
      /none of the forms/,
    ],
    [
      'a parameter',
      { contest: { system: { ...system, seats: -1 } }, votes },
      '/contest/system/seats',
      /must be >= /,
    ],
    [
      'a parameter beside',
      { contest: { system: 's' }, systems: { s: { ...system, seats: -1 } }, votes },
      '/systems/s/seats',
      />= /,
    ],
    [
      'a member of the contest',
      { contest: { system, seats: 5 }, votes },
      '/contest',
      /"seats" is not known here/,
    ],
    [
      'an option',
      { contest: { system, options: [{ id: 'A', kind: 'party' }] }, votes },
      '/contest/options/0/kind',
      /must be one of/,
    ],
    [
      'votes of nobody',
      { contest: { system, options: [{ id: 'A' }] }, votes: { B: 1 } },
      '/votes/B',
      /no option of the contest, which has A\. Correct/,
    ],
    ['a negative number', { contest, votes: { A: -1 } }, '/votes/A', /-1 is negative/],
    ['a part of a vote', { contest, votes: { A: 1.5 } }, '/votes/A', /1.5 is not a whole number/],
    [
      'a number that has lost digits',
      { contest, votes: { A: 2 ** 53 } },
      '/votes/A',
      /loses digits\. Write it as a string: "/,
    ],
    ['a huge number', { contest, votes: { A: 1e300 } }, '/votes/A', /loses digits/],
    [
      'a text',
      { contest, votes: { A: '1 000' } },
      '/votes/A',
      /"1 000" is not a whole number\. Write 1 to 60 digits/,
    ],
    ['too many digits', { contest, votes: { A: '9'.repeat(61) } }, '/votes/A', /is not a whole number/],
    ['a list', { contest, votes: { A: [] } }, '/votes/A', /not a number of votes/],
    [
      'a name with a control character',
      { contest, votes: { 'A\u0007': 1 } },
      '/votes/A\u0007',
      /cannot stand for an option/,
    ],
    [
      'numbers and areas',
      { contest, votes: { A: 1, R1: { A: 1 } } },
      '/votes/A',
      /some members are numbers and others are areas/,
    ],
    ['a number of an area', { contest, votes: { R1: { A: -1 } } }, '/votes/R1/A', /negative/],
    ['an area', { contest, votes: { 'R 1': { A: 1 } } }, '/votes/R 1', /cannot be the id of an area/],
    [
      'counts apart from votes',
      { contest, votes: { R1: { A: 1 } }, counts: { cast: 1 } },
      '/counts',
      /not both by area/,
    ],
    [
      'an unknown count',
      { contest, votes, counts: { turnout: 1 } },
      '/counts/turnout',
      /no count of a protocol\. The counts are registered,/,
    ],
    [
      'a lot of nobody',
      { contest, votes, lots: [{ among: ['A', 'X'], seats: 1, won: ['A'] }] },
      '/lots/0/among/1',
      /"X" is no option/,
    ],
    ['held seats', { contest, votes, held: { A: -1 } }, '/held/A', /must be >= 0/],
    ['an article', { contest, votes, laws: [{ id: 'A' }] }, '/laws/0', /"title" is missing/],
    ['the first of an array', [{ contest }], '/0', /member "votes" is missing/],
    [
      'the third of an array',
      [
        { contest, votes },
        { contest, votes },
        { contest, votes: { A: -1 } },
      ],
      '/2/votes/A',
      /negative/,
    ],
  ])('%s', async (_what, problem, pointer, message) => {
    const [fault] = await faultsOf(JSON.stringify(problem));

    expect(fault?.pointer).toBe(pointer);
    expect(`${fault?.reason}. ${fault?.remedy}`).toMatch(message);
  });
});

test.each([['{"contest":'], [''], ['{"votes":{"A":1}} x']])('%j is not JSON', async (text) => {
  expect(await faultsOf(text)).toMatchObject([
    { pointer: '/', reason: expect.stringMatching(/^not JSON: /) },
  ]);
});

test('names every fault at once', async () => {
  const problem = { contest: { system: hare(5) }, votes: { A: -1, B: 1.5, C: 2 }, lot: [] };

  expect((await faultsOf(JSON.stringify(problem))).map(({ pointer }) => pointer)).toEqual([
    '/votes/A',
    '/votes/B',
    '/',
  ]);
});

test('knows every kind of system that a definition can name', async () => {
  for (const { $ref } of electionSchema.$defs.system.oneOf) {
    const name = $ref.replace('#/$defs/', '');
    const definition = Object.entries(electionSchema.$defs).find(([key]) => key === name)?.[1];
    const type = definition && 'properties' in definition ? JSON.stringify(definition.properties) : '';
    const [, constant = ''] = /"type":\{"const":"([a-z-]+)"/.exec(type) ?? [];

    const faults = await faultsOf(
      JSON.stringify({ contest: { system: { type: constant } }, votes: { A: 1 } }),
    );

    expect(faults.map(({ reason }) => reason).join('\n'), constant).not.toContain('none of the forms');
    expect(faults.length, constant).toBeGreaterThan(0);
  }
});
async function faultsOf(text: string) {
  const reading = await readProblem(text);
  return 'faults' in reading ? reading.faults : [];
}
