import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../../../local/json.ts';
import { execute, named, task } from './support.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createMachine', () => {
  it('retries with the back-off of the template, up to its longest delay and its last attempt', async () => {
    const times: number[] = [];
    const start = Date.now();
    const run = execute(
      task({
        Retry: [
          { ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 3 },
        ],
      }),
      async () => {
        times.push((Date.now() - start) / 1000);
        throw named('Busy');
      },
    );

    const ending = await run.ending;

    expect(times).toEqual([0, 2, 8, 18]);
    expect(ending).toMatchObject({ type: 'failed', error: 'Busy' });
  });

  it('draws the delay where the template asks for jitter', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const times: number[] = [];
    const start = Date.now();
    const retry = {
      ErrorEquals: ['States.TaskFailed'],
      IntervalSeconds: 4,
      MaxAttempts: 2,
      JitterStrategy: 'FULL',
    };

    await execute(task({ Retry: [retry] }), async () => {
      times.push(Date.now() - start);
      throw named('Busy');
    }).ending;

    expect(times).toEqual([0, 2_000, 6_000]);
    vi.restoreAllMocks();
  });

  it('lets the first retrier that names the error decide, and then the first catcher', async () => {
    const retries = [
      { ErrorEquals: ['WaitingForInput'], IntervalSeconds: 1, MaxAttempts: 1 },
      { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 5 },
    ];
    const catchers: JsonObject[] = [
      { ErrorEquals: ['WaitingForInput'], ResultPath: '$.waiting', Next: 'Caught' },
      { ErrorEquals: ['States.ALL'], Next: 'Other' },
    ];
    const states = {
      Work: { ...task({ Retry: retries, Catch: catchers }).Work },
      Caught: { Type: 'Pass', End: true },
      Other: { Type: 'Fail' },
    };

    const run = execute(states, () => Promise.reject(named('WaitingForInput', 'cause')), { key: 'k' });

    expect(await run.ending).toEqual({
      type: 'succeeded',
      output: { key: 'k', waiting: { Error: 'WaitingForInput', Cause: 'cause' } },
    });
    expect(run.events.map(({ type }) => type)).toEqual([
      'started',
      'entered',
      'attempt-failed',
      'retried',
      'attempt-failed',
      'caught',
      'entered',
      'succeeded',
    ]);
  });
});
