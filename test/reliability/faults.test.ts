import { expect, test, vi } from 'vitest';
import { definitionOf } from '../infra/support/reading.ts';
import { templateWith } from '../infra/support/templates.ts';
import { life, together } from './support/scenarios.ts';
import { sweep } from './support/sweep.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

test.each([life, together])(
  '$name: every fault at every call ends as if it had not been',
  async (scenario) => {
    const began = process.cpuUsage();

    const { points, commands, tried, same, failures } = await sweep(scenario, definitionOf(templateWith()));

    const cases = [...tried.values()].reduce((sum, count) => sum + count, 0);
    const lines = [
      `${scenario.name}: ${points} points, ${cases} faults, ${cases - failures.length} survived, ` +
        `${same} of them with the very same bytes, in ${Math.round(process.cpuUsage(began).user / 1e6)} s of processor time`,
      ...[...commands].map(([command, count]) => `  ${command}: ${count}`),
      ...[...tried].map(([fault, count]) => `  ${fault}: ${count}`),
    ];
    console.log(lines.join('\n'));
    expect(failures).toEqual([]);
  },
  600_000,
);
