import { expect, test, vi } from 'vitest';
import { between, randomOf } from '../../../cli/synthesize/random.ts';
import { definitionOf } from '../../infra/support/reading.ts';
import { templateWith } from '../../infra/support/templates.ts';
import { faultsOf } from '../support/aws/faults.ts';
import { howMany } from '../support/seeds.ts';
import { recordSteps } from '../support/sweep/record.ts';
import { life, together } from '../support/sweep/scenarios.ts';
import { type Case, tryServed } from '../support/sweep/served.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

// Another sample for another seed; the soak takes all, whatever the seed.
const seed = 6;

test.each([life, together])(
  '$name, over HTTP and the servers of the local stack: a sample of the same faults',
  async (scenario) => {
    const machine = definitionOf(templateWith());
    const uploads = scenario.steps.flatMap((step) => step.uploads);
    const steps = await recordSteps(scenario, machine);
    const all = steps.flatMap((known) =>
      known.calls.flatMap(({ command }, place) =>
        faultsOf(command).map((fault): Case => ({ known, place, fault })),
      ),
    );
    const cases = sampleOf(all, howMany(15, all.length));
    const wrong: string[] = [];
    let struck = 0;
    for (const one of cases) {
      const tried = await tryServed(one, uploads, machine);
      if (tried.struck) struck += 1;
      wrong.push(...tried.wrong.map((what) => `${one.known.name}, call ${one.place}, ${one.fault}: ${what}`));
    }

    console.log(
      `${scenario.name}, over HTTP: ${cases.length} of ${all.length} faults tried (seed ${seed}), ${struck} have struck`,
    );
    expect(wrong).toEqual([]);
    expect(struck).toBeGreaterThan(cases.length / 2);
  },
  36_000_000,
);

function sampleOf(all: readonly Case[], size: number): Case[] {
  const random = randomOf(seed);
  const left = [...all];
  while (left.length > size) left.splice(between(random, 0, left.length - 1), 1);
  return left;
}
