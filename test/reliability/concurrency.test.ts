import { expect, test, vi } from 'vitest';
import { definitionOf } from '../infra/support/reading.ts';
import { templateWith } from '../infra/support/templates.ts';
import { type Raced, race } from './support/race/race.ts';
import { howManySeeds } from './support/seeds.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

// A thousand in the soak, twenty in a build: half of them each.
const seeds = howManySeeds(10, 500);

test.each([
  { faults: 'without faults', oneIn: 0, first: 1 },
  // Seldom enough that no attempt fails as often in a row as an execution has retries: giving up then is what is promised.
  { faults: 'one call in 800 going wrong', oneIn: 800, first: 10_001 },
])(
  'fifty uploads at once, $faults, end as if they had come one after the other',
  async ({ faults, oneIn, first }) => {
    const began = { processor: process.cpuUsage(), at: performance.now() };
    const machine = definitionOf(templateWith());
    const all: Raced[] = [];

    for (let seed = first; seed < first + seeds; seed += 1) all.push(await race(seed, { machine, oneIn }));

    const sum = (count: (raced: Raced) => number) => all.reduce((total, raced) => total + count(raced), 0);
    console.log(
      `${faults}: ${seeds} seeds, ${sum((raced) => raced.executions)} executions, ${sum((raced) => raced.accepted)} accepted, ` +
        `${sum((raced) => raced.releases)} releases, ${sum((raced) => raced.calls)} calls, ${sum((raced) => raced.faults)} faults, ` +
        `in ${Math.round(process.cpuUsage(began.processor).user / 1e6)} s of processor time, ` +
        `${((performance.now() - began.at) / 1000 / seeds).toFixed(1)} s a seed`,
    );
    expect(
      all.flatMap(({ problems }, index) => problems.map((problem) => `seed ${first + index}: ${problem}`)),
    ).toEqual([]);
  },
  // Ten times what the soak takes on a machine that has nothing else to do.
  36_000_000,
);
