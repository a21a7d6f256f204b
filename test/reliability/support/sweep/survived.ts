import { expect } from 'vitest';
import { definitionOf } from '../../../infra/support/reading.ts';
import { templateWith } from '../../../infra/support/templates.ts';
import { soak } from '../seeds.ts';
import type { Scenario } from './scenarios.ts';
import { sweep } from './sweep.ts';

/**
 * Sweeps a scenario under the state machine of the template (with `every` above 1, strikes only every so manieth call), prints what was tried, and
 * expects that all was survived.
 */
export async function expectSurvival(scenario: Scenario, every = 1): Promise<void> {
  const began = process.cpuUsage();

  const { points, commands, tried, same, remembered, failures } = await sweep(
    scenario,
    definitionOf(templateWith()),
    { every },
  );

  const cases = [...tried.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${scenario.name}: ${points} points${every > 1 ? `, one in ${every} of them struck` : ''}, ${cases} faults, ${cases - failures.length} survived, ${same} of them with the very same ` +
      `bytes and the others with later times alone; ${remembered} Lambdas remembered, ${soak ? 'and run again' : 'not run again'}; ${Math.round(process.cpuUsage(began).user / 1e6)} s of processor time\n` +
      `  points: ${counts(commands)}\n  faults: ${counts(tried)}`,
  );
  expect(failures).toEqual([]);
  expect(points, 'calls that the sweep has seen').toBeGreaterThan(100);
}

function counts(of: ReadonlyMap<string, number>): string {
  return [...of].map(([name, count]) => `${name} ${count}`).join(', ');
}
