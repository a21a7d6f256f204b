import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, test, vi } from 'vitest';
import { definitionOf, isRecord, type JsonRecord } from '../infra/support/reading.ts';
import { templateWith } from '../infra/support/templates.ts';
import { copyState, places } from './support/aws/memory.ts';
import { addVersion } from './support/aws/memory-buckets.ts';
import { differences } from './support/check/compare.ts';
import { ledgerOf } from './support/check/ledger.ts';
import { serialRuns } from './support/check/serial.ts';
import { race } from './support/race/race.ts';
import { execute } from './support/run/machine.ts';
import { recordSteps } from './support/sweep/record.ts';
import { life, together } from './support/sweep/scenarios.ts';
import { sweep } from './support/sweep/sweep.ts';

vi.spyOn(console, 'info').mockImplementation(() => undefined);

const machine = definitionOf(templateWith());
const event = {
  time: '2023-03-20T12:00:00Z',
  detail: { object: { key: 'uploads/x/election.json', 'version-id': 'v1' } },
};

// What the sweeps and races rest on: a check that could not fail would prove nothing.
describe('a sweep finds out', () => {
  test('a state machine that does not try again', async () => {
    const first = { name: 'definition', steps: life.steps.slice(0, 1) };

    const { points, failures } = await sweep(first, withoutRetries(machine));

    expect(points).toBeGreaterThan(10);
    expect(failures.length).toBeGreaterThanOrEqual(points);
    expect(failures.at(0)).toContain('the execution failed');
  });

  test('nothing else when Lambdas that are remembered are run again, and loses none of the faults', async () => {
    const steps = life.steps.slice(0, 3).map((step, index) => ({ ...step, prepares: index < 2 }));

    const { remembered, ...told } = await sweep({ name: 'upload', steps }, machine, { every: 20 });
    const again = await sweep({ name: 'upload', steps }, machine, { every: 20, again: true });

    expect(again).toEqual({ ...told, remembered });
    expect(told.failures).toEqual([]);
    expect(remembered).toBeGreaterThan(10);
  }, 300_000);

  test('a byte of a release, a record and a report that differ, and what is missing or too much', async () => {
    const [known] = await recordSteps({ ...together, steps: together.steps.slice(0, 4) }, machine);
    if (!known) throw new Error('nothing was recorded');
    const serial = await serialRuns(together.steps.flatMap(({ uploads }) => uploads))(known.ledger);
    const actual = copyState(known.after);
    const text = {
      versionId: 'x',
      bytes: new Uint8Array([1]),
      contentType: undefined,
      cacheControl: undefined,
    };
    const [release, missing] = [...(actual.buckets.get(places.publicationBucket)?.keys() ?? [])];
    const report = [...(serial.buckets.get(places.intakeBucket)?.keys() ?? [])].find((key) =>
      key.endsWith('report.json'),
    );
    addVersion(actual, places.publicationBucket, String(release), text);
    actual.buckets.get(places.publicationBucket)?.delete(String(missing));
    addVersion(actual, places.publicationBucket, 'elections/xx-2024/9.9.9/manifest.json', text);
    addVersion(actual, places.intakeBucket, String(report), text);
    actual.items.delete('ELECTIONS');

    expect(differences(known.after, serial, known.ledger)).toEqual([]);
    expect(differences(actual, serial, await ledgerOf(known.after)).sort()).toEqual(
      [
        'the items under ELECTIONS differ',
        `${release} differs`,
        `${missing} is missing`,
        'elections/xx-2024/9.9.9/manifest.json should not be there',
        `${report} differs`,
      ].sort(),
    );
  });
});

describe('a race', () => {
  test('is the same for the same seed, call by call', async () => {
    const [one, other] = [await race(3, { machine, oneIn: 200 }), await race(3, { machine, oneIn: 200 })];

    expect(other.trace).toBe(one.trace);
    expect(one.faults).toBeGreaterThan(0);
  });

  test.each(['ConditionExpression', 'IfNoneMatch', 'IfMatch'])(
    'finds out a service that does not heed %s',
    async (condition) => {
      const heard = (input: object) =>
        Object.fromEntries(Object.entries(input).filter(([name]) => name !== condition));
      const problems: string[] = [];

      for (let seed = 1; seed <= 5 && problems.length === 0; seed += 1)
        problems.push(
          ...(await race(seed, { machine, oneIn: 100, heard }).then((raced) => raced.problems, String)),
        );

      expect(problems).not.toEqual([]);
    },
  );
});

test.each([
  ['LedgerBusy', 6],
  ['WaitingForInput', 13],
  ['WaitingForInput', 99],
  ['Sandbox.Timedout', 6],
  ['StoreError', 7],
] as const)(
  'the state machine goes through the states that the interpreter of the local stack goes through: %s, %i times',
  async (name, times) => {
    const [ours, theirs] = [failing(times, name), failing(times, name)];

    const { failed } = await execute(machine, event, ours.task, async () => undefined);
    const threw = await interpreted(theirs.task);

    expect(ours.steps).toEqual(theirs.steps);
    expect(failed !== null).toBe(threw);
  },
);

/** A task that fails so often in Validate, and what it was asked for. */
function failing(times: number, name: string) {
  const steps: string[] = [];
  let left = times;
  const task = async (state: string, _payload: unknown): Promise<Record<string, string | number>> => {
    steps.push(state);
    if (state === 'Validate' && left-- > 0) throw Object.assign(new Error(name), { name });
    if (state === 'Reject late') return { outcome: 'rejected' };
    return state === 'Validate' ? { outcome: 'accepted', election: 'x' } : { revision: 1 };
  };
  return { steps, task };
}

/** Runs it in the interpreter of the local stack, without pauses; whether it has failed. */
async function interpreted(task: ReturnType<typeof failing>['task']): Promise<boolean> {
  const names = Object.keys(isRecord(machine.States) ? machine.States : {});
  const text = JSON.stringify(machine).replaceAll(
    /<(\w+)>/g,
    'arn:aws:lambda:eu-central-1:111122223333:function:$1',
  );
  const { result } = new StateMachine(JSON.parse(text)).run(event, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(
        names.map((name) => [name, (input: unknown) => task(name, input)]),
      ),
      retryIntervalOverrides: Object.fromEntries(names.map((name) => [name, 0])),
    },
    context: { Execution: { Name: 'one' }, State: { EnteredTime: '2023-03-20T12:00:00Z' } },
  });
  return result.then(
    () => false,
    () => true,
  );
}

function withoutRetries(definition: JsonRecord): JsonRecord {
  return JSON.parse(JSON.stringify(definition, (name, value) => (name === 'Retry' ? [] : value)));
}
