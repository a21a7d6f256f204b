import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { LocalError, messageOf } from '../errors.ts';
import type { BusEvent } from '../events/journal.ts';
import type { MachinePlan } from '../template/resources/machine.ts';
import { createMachine, type Execution } from './machine.ts';
import type { ExecutionEvent } from './progress.ts';
import type { Services } from './tasks.ts';

/** The executions of the stack's state machines. */
export type Executions = {
  /** Emits `event` for all that happens in every execution. */
  readonly events: EventEmitter<{ event: [ExecutionEvent] }>;
  /** Runs a state machine on an event to its end. False if it was aborted, true however else it ended. */
  readonly run: (arn: string, event: BusEvent) => Promise<boolean>;
  /** Resolves when no execution is running. */
  readonly idle: () => Promise<void>;
  /** Ends every execution where it stands, and starts no more. */
  readonly abort: () => Promise<void>;
};

/**
 * Makes the state machines and keeps their executions. `log` is told of a listener that throws; the execution goes on.
 * Throws what `createMachine` throws.
 */
export function createExecutions(
  plans: readonly MachinePlan[],
  services: Services,
  log: (line: string) => void,
): Executions {
  const machines = new Map(plans.map((plan) => [plan.arn, createMachine(plan, services)]));
  const events = new EventEmitter<{ event: [ExecutionEvent] }>();
  const running = new Set<Execution>();
  let watchers: (() => void)[] = [];
  let closed = false;

  const watch = (event: ExecutionEvent): void => {
    try {
      events.emit('event', event);
    } catch (error) {
      log(`A listener of executions failed: ${messageOf(error)}`);
    }
  };
  const leave = (execution: Execution): void => {
    running.delete(execution);
    if (running.size > 0) return;
    for (const watcher of watchers) watcher();
    watchers = [];
  };
  const idle = (): Promise<void> =>
    running.size === 0 ? Promise.resolve() : new Promise((resolve) => watchers.push(resolve));
  return {
    events,
    idle,
    run: async (arn, event) => {
      const machine = machines.get(arn);
      if (machine === undefined) throw noMachine(arn);
      if (closed) return false;
      // EventBridge names executions in this way too: a second delivery is a second execution.
      const execution = machine.start(`${event.id}_${randomUUID()}`, event, watch);
      running.add(execution);
      const ending = await execution.ended.finally(() => leave(execution));
      return ending.type !== 'aborted';
    },
    abort: async () => {
      closed = true;
      for (const execution of running) execution.abort();
      await idle();
    },
  };
}

function noMachine(arn: string): LocalError {
  return new LocalError(
    'template-unsupported',
    `A rule starts ${arn}, which is no state machine of the stack.`,
  );
}
