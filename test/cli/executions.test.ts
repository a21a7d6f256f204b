import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { followExecutions } from '../../cli/executions.ts';
import type { ExecutionEvent, Happening } from '../../local/pipeline/progress.ts';

test('tells accepted, rejected and failed executions apart', () => {
  const { follower, emit } = following();

  emit('a', { type: 'started' });
  emit('a', succeeded('accepted', '1.0.0'));
  emit('b', succeeded('rejected'));
  emit('c', { type: 'failed', error: 'StoreError', cause: 'gone' });

  expect(follower.failed()).toBe(2);
  expect(follower.results()).toEqual([
    { key: 'uploads/town/a', outcome: 'accepted', version: '1.0.0', reason: null },
    {
      key: 'uploads/town/b',
      outcome: 'rejected',
      version: null,
      reason: 'see its report, or `sailau status`',
    },
    { key: 'uploads/town/c', outcome: 'failed', version: null, reason: 'StoreError: gone' },
  ]);
  expect(follower.summary()).toEqual([
    'rejected  uploads/town/b: see its report, or `sailau status`',
    'failed  uploads/town/c: StoreError: gone',
    '1 uploads processed, 2 rejected or failed.',
  ]);
});

test('takes an outcome that it does not know for a failure', () => {
  const { follower, emit } = following();

  emit('a', { type: 'succeeded', output: { validation: { outcome: '__proto__' } } });
  emit('b', { type: 'succeeded', output: null });

  expect(follower.failed()).toBe(2);
});

test('forgets an execution that was stopped, which comes again', () => {
  const { follower, emit } = following();

  emit('a', { type: 'started' });
  emit('a', { type: 'aborted' });

  expect(follower.results()).toEqual([]);
});

test('shows how many have ended of those begun', () => {
  const { shown, emit } = following();

  emit('a', { type: 'started' });
  emit('b', { type: 'started' });
  emit('b', succeeded('accepted'));

  expect(shown).toEqual(['1/2 accepted uploads/town/b']);
});

/** A follower of made-up executions; `emit` lets something happen in the execution of a file. */
function following() {
  const shown: string[] = [];
  const executions = new EventEmitter<{ event: [ExecutionEvent] }>();
  const update = (done: number, total: number, what: string) => shown.push(`${done}/${total} ${what}`);
  const follower = followExecutions({ executions }, { progress: { update, end: () => {} } });
  const emit = (file: string, happening: Happening) => {
    const input = { detail: { object: { key: `uploads/town/${file}` } } };
    executions.emit('event', { execution: file, time: 0, input, ...happening });
  };
  return { follower, shown, emit };
}

function succeeded(outcome: string, version: string | null = null): Happening {
  return { type: 'succeeded', output: { validation: { outcome }, release: { version } } };
}
