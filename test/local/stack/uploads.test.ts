import { describe, expect, it } from 'vitest';
import type { ExecutionEvent } from '../../../local/pipeline/progress.ts';
import { items, miniStacks, upload } from './support.ts';

const { start } = miniStacks();

describe('startStack', () => {
  it('takes an upload through rule, state machine and function to the table and the site', async () => {
    const stack = await start();
    const events: ExecutionEvent[] = [];
    stack.executions.on('event', (event) => events.push(event));

    await upload(stack, 'uploads/x/results.csv', 'station,votes\n');
    await stack.idle();

    expect(await items(stack, 'WORK')).toEqual([
      { pk: { S: 'WORK' }, sk: { S: 'uploads/x/results.csv' }, size: { N: '14' } },
    ]);
    expect(await (await fetch(`${stack.outputs.SiteUrl}/uploads/x/results.csv`)).text()).toBe(
      'station,votes\n',
    );
    expect(events.map(({ type }) => type)).toEqual(['started', 'entered', 'succeeded']);
    expect(events.at(-1)).toMatchObject({
      input: { detail: { object: { key: 'uploads/x/results.csv', size: 14 } } },
    });
  });

  it('retries while the function waits for input', async () => {
    const stack = await start();
    const types: string[] = [];
    // The definition must not come before the first attempt has looked for it.
    const missed = new Promise<void>((resolve) =>
      stack.executions.on('event', ({ type }) => {
        types.push(type);
        if (type === 'attempt-failed') resolve();
      }),
    );

    await upload(stack, 'uploads/needs-definition', 'x');
    await missed;
    await upload(stack, 'uploads/definition', 'x');
    await stack.idle();

    expect((await items(stack, 'WORK')).map(({ sk }) => sk?.S)).toEqual([
      'uploads/definition',
      'uploads/needs-definition',
    ]);
    expect(types).toContain('retried');
  });

  it('records what cannot be processed, as the template says', async () => {
    const stack = await start();
    const events: ExecutionEvent[] = [];
    stack.executions.on('event', (event) => events.push(event));

    await upload(stack, 'uploads/broken', 'x');
    await stack.idle();

    const [failure, ...others] = await items(stack, 'FAILURES');
    expect(others).toEqual([]);
    expect(failure).toMatchObject({
      key: { S: 'uploads/broken' },
      versionId: { S: expect.any(String) },
      error: { S: 'BrokenFile' },
      cause: { S: expect.stringContaining('cannot be read') },
      at: { S: expect.stringMatching(/^\d{4}-.*Z$/) },
      sk: { S: events[0]?.execution },
    });
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: 'BrokenFile' });
  });

  it('starts nothing for what the rule does not name', async () => {
    const stack = await start();
    const events: ExecutionEvent[] = [];
    stack.executions.on('event', (event) => events.push(event));

    await upload(stack, 'reports/x.json', '{}');
    await stack.idle();

    expect(events).toEqual([]);
  });
});
