import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../json.ts';
import type { FunctionPlan } from '../template/resources/function.ts';
import { type Environment, type Surroundings, startEnvironment } from './environment.ts';
import { PAYLOAD_LIMIT_BYTES, type RuntimeError, tooLarge } from './messages.ts';
import { createSlots } from './slots.ts';

/** The Lambda functions of a stack, run in child processes. */
export type Functions = {
  /** Invokes the function of that ARN and gives its result. Throws `FunctionError`. */
  readonly invoke: (arn: string, payload: Json) => Promise<Json>;
  /** Whether there is a function of that ARN. */
  readonly has: (arn: string) => boolean;
  /** Takes no more invocations and waits until the running ones have ended, at most so many milliseconds. */
  readonly drain: (graceMs: number) => Promise<void>;
  /** Ends every process. */
  readonly stop: () => Promise<void>;
};

/**
 * An invocation that failed. Its name is the error type that Lambda reports (the name of the JavaScript error, `Sandbox.Timedout`, `Runtime.ExitError`),
 * its message the JSON text that Step Functions passes on as the cause.
 */
class FunctionError extends Error {
  constructor(error: RuntimeError) {
    super(JSON.stringify(error));
    this.name = error.errorType;
  }
}

/**
 * Makes a stack's functions ready to be invoked. Each has as many environments as the machine has cores; an environment that is free is used again, and
 * further invocations queue. Where the template reserves a concurrency, an invocation above it is refused at once, as Lambda does. What a function prints goes to `<logs>/<name>.log`.
 */
export function createFunctions(
  plans: readonly FunctionPlan[],
  surroundings: Surroundings,
  logs: string,
): Functions {
  mkdirSync(logs, { recursive: true });
  const pools = new Map(plans.map((plan) => [plan.arn, createPool(plan, surroundings, logs)]));
  let closing = false;
  let stopping: Promise<unknown> | undefined;
  return {
    has: (arn) => pools.has(arn),
    invoke: (arn, payload) => {
      const pool = pools.get(arn);
      if (pool === undefined)
        throw new FunctionError({ errorType: 'Lambda.ResourceNotFoundException', errorMessage: arn });
      // Whoever waits for it is about to be aborted, and its event is in the journal.
      return closing ? Promise.withResolvers<Json>().promise : pool.invoke(payload);
    },
    drain: async (graceMs) => {
      closing = true;
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([grace, Promise.all([...pools.values()].map((pool) => pool.drain()))]);
      // What has just come back is handed on before anybody is told that all is done.
      await new Promise((resolve) => setImmediate(resolve));
    },
    stop: async () => {
      closing = true;
      stopping ??= Promise.all([...pools.values()].map((pool) => pool.stop()));
      await stopping;
    },
  };
}

type Pool = {
  readonly invoke: (payload: Json) => Promise<Json>;
  readonly drain: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

function createPool(plan: FunctionPlan, surroundings: Surroundings, logs: string): Pool {
  const slots = createSlots(Math.min(plan.reserved ?? Number.POSITIVE_INFINITY, availableParallelism()));
  const log = openSync(join(logs, `${plan.name}.log`), 'a');
  const environments = new Set<Environment>();
  const idle: Environment[] = [];
  let underWay = 0;

  const acquire = (): Environment => {
    const warm = idle.pop();
    if (warm?.alive()) return warm;
    if (warm !== undefined) environments.delete(warm);
    const fresh = startEnvironment(plan, surroundings, log);
    environments.add(fresh);
    return fresh;
  };
  const release = (environment: Environment): void => {
    if (environment.alive()) idle.push(environment);
    else environments.delete(environment);
  };
  return {
    drain: () => {
      slots.close();
      return slots.settled();
    },
    invoke: async (payload) => {
      if (underWay >= (plan.reserved ?? Number.POSITIVE_INFINITY)) throw new FunctionError(throttled(plan));
      const text = JSON.stringify(payload);
      const bytes = Buffer.byteLength(text);
      if (bytes > PAYLOAD_LIMIT_BYTES) {
        throw new FunctionError(tooLarge('Lambda.RequestEntityTooLargeException', 'Request', bytes));
      }
      underWay += 1;
      const work = slots.run(async () => {
        const environment = acquire();
        const outcome = await environment.invoke(randomUUID(), text).finally(() => release(environment));
        if ('error' in outcome) throw new FunctionError(outcome.error);
        const result: Json = JSON.parse(outcome.payload);
        return result;
      });
      return work.finally(() => {
        underWay -= 1;
      });
    },
    stop: async () => {
      slots.close();
      await Promise.all([...environments].map((environment) => environment.kill()));
      closeSync(log);
    },
  };
}

function throttled(plan: FunctionPlan): RuntimeError {
  const errorMessage = `Rate Exceeded: the template reserves a concurrency of ${plan.reserved} for ${plan.logicalId}.`;
  return { errorType: 'Lambda.TooManyRequestsException', errorMessage };
}
