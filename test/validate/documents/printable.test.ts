import { expect, test } from 'vitest';
import { anElection } from '../../support/builders.ts';
import { codesOf, factsOf, verdictOn } from '../checking.ts';

test('a definition with a text that turns the direction of writing is told where, and which character', async () => {
  const definition = anElection({ notes: [{ en: 'Sound.' }, { en: 'Turnout \u202e45' }] });

  const { findings } = await verdictOn({ 'election.json': JSON.stringify(definition) });

  expect(findings.kept.map(factsOf)).toEqual([
    {
      pointer: '/notes/1/en',
      reason: 'the text holds U+202E, which cannot be seen or turns the direction of writing; type it anew',
    },
  ]);
});

test('a register and candidates with such a name: text-unprintable, at its cell', async () => {
  const { findings } = await verdictOn({
    'election.json': JSON.stringify(anElection()),
    'stations/a.csv': 'station,area,name\nst9,S,Hall \u2066x\n',
  });

  expect(codesOf({ findings })).toEqual(['text-unprintable']);
  expect(findings.kept[0]).toMatchObject({
    where: { row: 2, column: 'name' },
    data: { character: 'U+2066' },
  });
});

test('a status with one is refused', async () => {
  const status = { status: 'partial', by: 'Commission', at: '2024-03-12', reason: 'x\u0007' };

  const { findings } = await verdictOn({
    'election.json': JSON.stringify(anElection()),
    'status.json': JSON.stringify(status),
  });

  expect(codesOf({ findings })).toEqual(['status-invalid']);
});
