import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import type { Json } from '../json.ts';
import type { MachinePlan } from '../template/resources/machine.ts';
import { readDefinition } from './definition.ts';
import { type ExecutionEvent, type Happening, happeningOf } from './progress.ts';
import { createTask, type Services, type Task } from './tasks.ts';

/** How an execution ended; `aborted` when the stack was stopped first. */
export type Ending = Extract<Happening, { type: 'succeeded' | 'failed' | 'aborted' }>;

/** A running execution. */
export type Execution = { readonly ended: Promise<Ending>; readonly abort: () => void };

/** A state machine of the stack. */
export type Machine = {
  readonly arn: string;
  /** Starts an execution of that name on an input; `watch` is told all that happens in it. */
  readonly start: (name: string, input: Json, watch: (event: ExecutionEvent) => void) => Execution;
};

/** What a definition may ask about the state that it is in (`$$.State`). */
type StateContext = { Name: string; EnteredTime: string; RetryCount: number };

/**
 * Makes a state machine out of its template: retries, back-off, jitter, catchers and paths are the definition's own.
 * Throws what `readDefinition` and `createTask` throw, before anything runs.
 */
export function createMachine(plan: MachinePlan, services: Services): Machine {
  const { runnable, resources, timeoutSeconds } = readDefinition(plan);
  const tasks = new Map(
    [...resources].map(([state, resource]) => [state, createTask(state, resource, services)]),
  );
  return {
    arn: plan.arn,
    start: (name, input, watch) => {
      const state: StateContext = { Name: '', EnteredTime: '', RetryCount: 0 };
      const life = createLife();
      const id = `${plan.arn.replace(':stateMachine:', ':execution:')}:${name}`;
      // The definition was validated once; validating a copy for every execution costs more than running it.
      const machine = new StateMachine(observed(runnable, state), {
        validationOptions: { noValidate: true },
      });
      const run = machine.run(input, {
        context: {
          Execution: { Id: id, Name: name, Input: input },
          State: state,
          StateMachine: { Id: plan.arn, Name: plan.name },
        },
        overrides: { taskResourceLocalHandlers: handlersOf(tasks, state, life) },
        noThrowOnAbort: true,
      });
      const end = (over: Ending): void => {
        life.end(over);
        run.abort();
      };
      const timer = setTimeout(() => end(TIMED_OUT), timeoutSeconds * 1000).unref();
      const report = (happening: Happening, time: number): void =>
        watch({ ...happening, execution: name, time, input });
      const ended = follow(run, life, report).finally(() => clearTimeout(timer));
      return { ended, abort: () => end({ type: 'aborted' }) };
    },
  };
}

/** An execution that may be ended from outside. */
type Life = {
  /** How it was ended; undefined as long as it was not. */
  readonly over: () => Ending | undefined;
  readonly end: (over: Ending) => void;
  /** Rejects once it was ended. */
  readonly ended: Promise<never>;
};

/** What a task throws once its execution was ended: nothing may retry or catch it. */
class Ended extends Error {
  readonly isRetryable = false;
  readonly isCatchable = false;
}

function createLife(): Life {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined);
  let how: Ending | undefined;
  return {
    ended,
    over: () => how,
    end: (over) => {
      how ??= over;
      reject(new Ended('The execution was ended.'));
    },
  };
}

const TIMED_OUT: Ending = {
  type: 'failed',
  error: 'States.Timeout',
  cause: 'The execution took longer than the template allows.',
};

/**
 * The interpreter has no `$$.State`. It looks a state up in the definition at the moment it enters it, and the context object keeps the
 * reference it was given: so each look-up brings the context up to date.
 */
function observed(definition: StateMachineDefinition, context: StateContext): StateMachineDefinition {
  const states: StateMachineDefinition['States'] = Object.create(null);
  for (const [name, state] of Object.entries(definition.States)) {
    Object.defineProperty(states, name, {
      enumerable: true,
      get: () => {
        Object.assign(context, { Name: name, EnteredTime: new Date().toISOString(), RetryCount: 0 });
        return state;
      },
    });
  }
  return { ...definition, States: states };
}

function handlersOf(
  tasks: ReadonlyMap<string, Task>,
  context: StateContext,
  life: Life,
): Record<string, Task> {
  return Object.fromEntries(
    [...tasks].map(([state, task]) => [
      state,
      (input: Json) => {
        // Aborted in the pause before a retry, the interpreter would run through the attempts that are left;
        // aborted in a task, it would wait for the task's time limit.
        const attempt = life.over() === undefined ? task(input) : life.ended;
        return Promise.race([attempt, life.ended]).catch((error: unknown) => {
          context.RetryCount += 1;
          throw error;
        });
      },
    ]),
  );
}

async function follow(
  run: ReturnType<StateMachine['run']>,
  life: Life,
  report: (happening: Happening, time: number) => void,
): Promise<Ending> {
  // How it ended is told by the events; an unheard rejection would end this process.
  run.result.catch(() => undefined);
  let ending: Ending = { type: 'aborted' };
  for await (const event of run.eventLogs) {
    const happening = event.type === 'ExecutionAborted' ? life.over() : happeningOf(event);
    if (happening === undefined) continue;
    if (happening.type === 'succeeded' || happening.type === 'failed') ending = happening;
    report(happening, event.timestamp);
  }
  return ending;
}
