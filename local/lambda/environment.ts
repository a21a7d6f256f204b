import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { devNull } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FunctionPlan } from '../template/resources/function.ts';
import type { Report, RuntimeError } from './messages.ts';

/** Where the functions find the services, and where they write their logs. */
export type Surroundings = {
  readonly region: string;
  /** Base addresses of the S3, DynamoDB and KMS endpoints. */
  readonly s3: string;
  readonly dynamodb: string;
  readonly kms: string;
};

/** The outcome of one invocation: its result as a JSON text, or the error as Lambda reports it. */
export type Outcome = { readonly payload: string } | { readonly error: RuntimeError };

/** One execution environment: a process that handles one invocation at a time. */
export type Environment = {
  /** False once the process has ended; it is never used again then. */
  readonly alive: () => boolean;
  readonly invoke: (requestId: string, payload: string) => Promise<Outcome>;
  /** Ends the process at once, and waits for its end. */
  readonly kill: () => Promise<void>;
};

const HOST = fileURLToPath(new URL('./host.ts', import.meta.url));

// The Node.js runtime of Lambda gives the heap this share of the function's memory.
const HEAP_SHARE = 0.9;

// Lambda allows ten seconds; a cold disk or a busy laptop is slower than Lambda's hosts.
const INIT_LIMIT_MS = 60_000;

/** Starts an execution environment of a function. `log` is the file descriptor that takes what it prints. */
export function startEnvironment(plan: FunctionPlan, surroundings: Surroundings, log: number): Environment {
  const child = fork(HOST, [plan.code, plan.handler], {
    cwd: plan.code,
    env: variablesOf(plan, surroundings),
    execArgv: [`--max-old-space-size=${Math.floor(plan.memoryMb * HEAP_SHARE)}`],
    execPath: process.execPath,
    stdio: ['ignore', log, log, 'ipc'],
  });
  const alive = (): boolean =>
    !child.killed && child.exitCode === null && child.signalCode === null && child.connected;
  child.on('error', () => child.kill('SIGKILL'));
  const ready = untilReady(child);
  return {
    alive,
    invoke: async (requestId, payload) => {
      const failure = await ready;
      if (failure !== undefined) return { error: failure };
      return run(child, plan, requestId, payload);
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Nothing of this process's environment but PATH reaches a function, and no profile of the user does either. */
function variablesOf(plan: FunctionPlan, surroundings: Surroundings): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_DEFAULT_REGION: surroundings.region,
    AWS_REGION: surroundings.region,
    AWS_ENDPOINT_URL_S3: surroundings.s3,
    AWS_ENDPOINT_URL_DYNAMODB: surroundings.dynamodb,
    AWS_ENDPOINT_URL_KMS: surroundings.kms,
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMb),
    LAMBDA_TASK_ROOT: plan.code,
    TZ: ':UTC',
    ...plan.environment,
  };
}

/** Resolves once the handler is loaded, or with the error that kept it from loading. */
function untilReady(child: ChildProcess): Promise<RuntimeError | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), INIT_LIMIT_MS);
    const settle = (error: RuntimeError | undefined): void => {
      clearTimeout(timer);
      child.off('exit', onExit);
      resolve(error);
    };
    const onExit = (status: number | null, signal: NodeJS.Signals | null): void =>
      settle(exitError('init', status, signal));
    child.once('exit', onExit);
    child.once('message', (message: Report) => {
      settle(message.type === 'unready' ? message.error : undefined);
      if (message.type === 'unready') child.kill('SIGKILL');
    });
  });
}

function run(child: ChildProcess, plan: FunctionPlan, requestId: string, payload: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const limitMs = plan.timeoutSeconds * 1000;
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle({ error: timeoutError(requestId, plan.timeoutSeconds) });
    }, limitMs);
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (message: Report): void => {
      if (message.type === 'done' && message.requestId === requestId) settle({ payload: message.payload });
      if (message.type !== 'failed' || message.requestId !== requestId) return;
      if (message.fatal) child.kill('SIGKILL');
      settle({ error: message.error });
    };
    const onExit = (status: number | null, signal: NodeJS.Signals | null): void =>
      settle({ error: exitError(requestId, status, signal) });
    child.on('message', onMessage);
    child.once('exit', onExit);
    child.send({ requestId, payload, deadline: Date.now() + limitMs }, (error) => {
      if (error !== null) child.kill('SIGKILL');
    });
    // A process that died between two invocations has no exit left to report.
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
  });
}

// "Sandbox.Timedout" is how Step Functions shows a function's timeout:
// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
function timeoutError(requestId: string, seconds: number): RuntimeError {
  const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`;
  return { errorType: 'Sandbox.Timedout', errorMessage };
}

function exitError(requestId: string, status: number | null, signal: NodeJS.Signals | null): RuntimeError {
  const how = signal === null ? `exit status ${status}` : `signal: ${signal}`;
  const errorMessage = `RequestId: ${requestId} Error: Runtime exited with error: ${how}`;
  return { errorType: 'Runtime.ExitError', errorMessage };
}
