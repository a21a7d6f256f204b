/**
 * The inside of an execution environment: a child process that loads one handler and runs one invocation after the other.
 * Arguments: the bundle's folder and the handler's name, as Lambda writes it (`index.handler`).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messageOf, systemCode } from '../errors.ts';
import {
  describeError,
  type Invocation,
  PAYLOAD_LIMIT_BYTES,
  type Report,
  type RuntimeError,
  tooLarge,
} from './messages.ts';

type Handler = (event: unknown, context: object) => unknown;

let current: string | undefined;

// The parent may be killed without a chance to clean up: nobody is left to work for then.
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group of processes; the parent decides when it is time to end.
process.on('SIGINT', () => undefined);
process.on('uncaughtException', (error) => dieOf(describeError(error), 129));
process.on('unhandledRejection', (reason) => {
  const { errorType, errorMessage, trace } = describeError(reason);
  const message = `${errorType}: ${errorMessage}`;
  dieOf({ errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: message, trace: trace ?? [] }, 128);
});

const [folder = '', name = ''] = process.argv.slice(2);
try {
  const handler = await loadHandler(folder, name);
  process.on('message', (message: Invocation) => void invoke(handler, message));
  report({ type: 'ready' });
} catch (error) {
  const described = describeError(error);
  console.error(described.trace?.join('\n'));
  report({ type: 'unready', error: described });
}

async function loadHandler(folder: string, name: string): Promise<Handler> {
  const dot = name.lastIndexOf('.');
  const base = join(folder, name.slice(0, dot));
  const file = ['.mjs', '.js', '.cjs'].map((ending) => base + ending).find(existsSync);
  if (file === undefined) throw named('Runtime.ImportModuleError', `Error: Cannot find module '${base}'`);
  const loaded: Record<string, unknown> = await import(pathToFileURL(file).href).catch(refuseBundle);
  const handler = loaded[name.slice(dot + 1)];
  if (!isHandler(handler)) throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  return handler;
}

/** Throws what kept a bundle from loading, under the name that Lambda gives it. */
function refuseBundle(error: unknown): never {
  if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', error.stack ?? error.message);
  if (systemCode(error)?.endsWith('MODULE_NOT_FOUND'))
    throw named('Runtime.ImportModuleError', messageOf(error));
  throw error;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

async function invoke(handler: Handler, { requestId, payload, deadline }: Invocation): Promise<void> {
  current = requestId;
  try {
    const result = await handler(JSON.parse(payload), contextOf(requestId, deadline));
    const text = JSON.stringify(result) ?? 'null';
    const bytes = Buffer.byteLength(text);
    if (bytes > PAYLOAD_LIMIT_BYTES) {
      const error = tooLarge('Function.ResponseSizeTooLarge', 'Response', bytes);
      report({ type: 'failed', requestId, error, fatal: false });
    } else report({ type: 'done', requestId, payload: text });
  } catch (error) {
    const described = describeError(error);
    console.error(
      `${new Date().toISOString()} ${requestId} ERROR ${described.trace?.join('\n') || described.errorMessage}`,
    );
    report({ type: 'failed', requestId, error: described, fatal: false });
  }
  current = undefined;
}

/** The context object of Lambda, as far as it means something on this machine. */
function contextOf(requestId: string, deadline: number): object {
  const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? '';
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:000000000000:function:${functionName}`,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: String(process.pid),
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? '',
  };
}

function dieOf(error: RuntimeError, status: number): void {
  console.error(error.trace?.join('\n') || error.errorMessage);
  if (current === undefined) process.exit(status);
  report({ type: 'failed', requestId: current, error, fatal: true }, () => process.exit(status));
}

function report(message: Report, sent?: () => void): void {
  process.send?.(message, undefined, undefined, sent);
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
