import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json, JsonObject } from '../../../../local/json.ts';
import { execute, named, task, WORK } from './support.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createMachine', () => {
  it('gives the paths of the context object, also those of the state', async () => {
    const context = {
      'execution.$': '$$.Execution.Name',
      'id.$': '$$.Execution.Id',
      'input.$': '$$.Execution.Input.key',
      'state.$': '$$.State.Name',
      'entered.$': '$$.State.EnteredTime',
      'retries.$': '$$.State.RetryCount',
      'machine.$': '$$.StateMachine.Name',
    };
    const inputs: Json[] = [];
    const states = {
      Wait: { Type: 'Wait', Seconds: 60, Next: 'Work' },
      ...task({ Parameters: context, Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5 }] }),
    };

    await execute(
      states,
      async (input) => {
        if (inputs.push(input) === 1) throw named('Busy');
        return null;
      },
      { key: 'k' },
      { StartAt: 'Wait' },
    ).ending;

    const expected = {
      execution: 'e1',
      id: 'arn:aws:states:us-east-1:000000000000:execution:pipeline:e1',
      input: 'k',
      state: 'Work',
      entered: '2026-01-01T00:01:00.000Z',
      machine: 'pipeline',
    };
    expect(inputs).toEqual([
      { ...expected, retries: 0 },
      { ...expected, retries: 1 },
    ]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'an integration that it does not know',
      task({ Resource: 'arn:aws:states:::sns:publish' }),
      'State "Work" calls arn:aws:states:::sns:publish, which this machine cannot run',
    ],
    ['a function that is not in the stack', task({ Resource: `${WORK}2` }), `State "Work" calls ${WORK}2`],
    [
      'another query language',
      task({ QueryLanguage: 'JSONata' }),
      'state "Work": the query language JSONata cannot be run',
    ],
    [
      'a field that the interpreter ignores',
      task({ HeartbeatSeconds: 5 }),
      'state "Work": the field HeartbeatSeconds',
    ],
    ['a map', { Work: { Type: 'Map', End: true } }, 'state "Work": a state of type Map'],
    [
      'a state that leads nowhere',
      task({ End: false, Next: 'Ghost' }),
      'Machine (AWS::StepFunctions::StateMachine) DefinitionString',
    ],
  ])('refuses %s by name', (_, states, message) => {
    expect(() => execute(states, async () => null)).toThrow(message);
  });
});
