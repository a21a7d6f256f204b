import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../../support/tools.ts';
import { behaviours } from './behaviours.ts';
import { type Difference, differences } from './differences.ts';
import { embedded } from './servers/embedded.ts';
import { memory } from './servers/memory.ts';
import { moto } from './servers/moto.ts';
import type { Server } from './servers/server.ts';

const withMoto = installed('moto', 'no emulator but ours was held to what the pipeline relies on');

const servers = [
  { name: 'embedded', start: embedded, runs: true, services: ['s3', 'dynamodb', 'kms', 'sqs'] },
  { name: 'memory', start: memory, runs: true, services: ['s3', 'dynamodb'] },
  { name: 'moto', start: moto, runs: withMoto, services: ['s3', 'dynamodb', 'kms', 'sqs'] },
] as const;

for (const { name, start, runs, services } of servers)
  describe.runIf(runs)(`the ${name} server`, () => {
    let server: Server;

    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.stop());

    for (const service of services)
      describe(service, () => {
        for (const { name: behaviour, see, expected } of behaviours[service])
          it(behaviour, async () => {
            const difference = differenceOf(name, behaviour);

            const seen = await see({ ...server, own: `${service}/${behaviour}/` });

            // A difference that is gone, or has become another, has to leave the list.
            expect(seen, difference?.why).toEqual(difference === undefined ? expected : difference.seen);
          });
      });
  });

describe('the list of differences', () => {
  it('names behaviours that there are, each once for a server, and what differs from AWS', () => {
    const all = new Map(Object.values(behaviours).flatMap((some) => some.map((one) => [one.name, one])));
    const listed = differences.map(({ server, behaviour }) => `${server}: ${behaviour}`);

    expect(new Set(listed).size).toBe(listed.length);
    for (const { behaviour, seen, why } of differences) {
      expect(all.get(behaviour)).toBeDefined();
      expect(all.get(behaviour)?.expected).not.toEqual(seen);
      expect(why).not.toBe('');
    }
  });
});

function differenceOf(server: Difference['server'], behaviour: string): Difference | undefined {
  return differences.find((one) => one.server === server && one.behaviour === behaviour);
}
