import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Json } from '../../../../local/json.ts';
import { execute, named, task } from './support.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createMachine', () => {
  it('lets a task take as long as its function may, and not the minute that the interpreter allows', async () => {
    const slow = () => new Promise<Json>((resolve) => setTimeout(resolve, 14 * 60_000, 'done'));

    expect(await execute(task({}), slow).ending).toEqual({ type: 'succeeded', output: 'done' });
  });

  it('ends a task at its own time limit', async () => {
    const ending = await execute(task({ TimeoutSeconds: 5 }), () => new Promise(() => undefined)).ending;

    expect(ending).toMatchObject({ type: 'failed', error: 'States.Timeout' });
  });

  it('ends an execution at its time limit, without running through the attempts that are left', async () => {
    let attempts = 0;
    const retry = { ErrorEquals: ['Busy'], IntervalSeconds: 100, MaxAttempts: 9 };
    const run = execute(
      task({ Retry: [retry] }),
      async () => {
        attempts += 1;
        throw named('Busy');
      },
      {},
      { TimeoutSeconds: 150 },
    );

    expect(await run.ending).toMatchObject({ type: 'failed', error: 'States.Timeout' });
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(attempts).toBe(2);
  });

  it('fails an execution whose data are too large, and lets no wildcard catch it', async () => {
    const catchers = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const states = { ...task({ Catch: catchers }), Caught: { Type: 'Succeed' } };

    const ending = await execute(states, async () => 'x'.repeat(300_000)).ending;

    expect(ending).toMatchObject({ type: 'failed', error: 'States.DataLimitExceeded' });
  });

  it('can be aborted, in a task too', async () => {
    const run = execute(task({}), () => new Promise(() => undefined));

    run.abort();

    expect(await run.ending).toEqual({ type: 'aborted' });
    expect(run.events.at(-1)?.type).toBe('aborted');
  });
});
