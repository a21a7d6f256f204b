import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LocalError } from '../errors.ts';
import type { TablePlan } from '../template/resources/table.ts';
import type { Report } from './host.ts';
import { createTables } from './tables.ts';

/** The DynamoDB endpoint of the stack. */
export type DynamoDb = {
  /** Base address, the same after a restart of the process behind it. */
  readonly url: string;
  readonly client: DynamoDBClient;
  /** The process behind it at the moment. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

/** Where it keeps its data and its log, where it listens (port 0: any), and the region of its clients. */
export type DynamoDbOptions = {
  readonly data: string;
  readonly logs: string;
  readonly port: number;
  readonly region: string;
  readonly tables: readonly TablePlan[];
  readonly log: (line: string) => void;
};

const HOST = fileURLToPath(new URL('./host.ts', import.meta.url));
const PAUSE_MS = { first: 50, longest: 5_000 } as const;

/**
 * Starts dynalite in a process of its own, makes the tables that are not there, and starts the process again on the same port whenever it dies.
 * Throws `port-in-use`, and `dynamodb-unavailable` when it does not come up.
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<DynamoDb> {
  mkdirSync(options.data, { recursive: true });
  mkdirSync(options.logs, { recursive: true });
  const logFile = openSync(join(options.logs, 'dynamodb.log'), 'a');
  const child = spawn(options, options.port, logFile);
  const port = await portOf(child, options.port).catch((error: unknown) => {
    closeSync(logFile);
    throw error;
  });
  const supervised = supervise(child, () => spawn(options, port, logFile), options.log);
  const url = `http://127.0.0.1:${port}`;
  const client = createClient(url, options.region);
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    client.destroy();
    await supervised.end();
    closeSync(logFile);
  };
  await createTables(client, options.tables).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, client, pid: supervised.pid, stop };
}

type Supervised = { readonly pid: () => number | undefined; readonly end: () => Promise<void> };

/** Starts the process again whenever it ends by itself; the pause before that grows as long as it does not come up. */
function supervise(first: ChildProcess, again: () => ChildProcess, log: (line: string) => void): Supervised {
  let child = first;
  let ending = false;
  let pauseMs: number = PAUSE_MS.first;
  const watch = (): void => {
    child.once('message', (report: Report) => {
      if ('port' in report) pauseMs = PAUSE_MS.first;
    });
    child.once('exit', () => void restart());
  };
  const restart = async (): Promise<void> => {
    if (ending) return;
    log('DynamoDB ended and is started again; its data are on disk.');
    await pause(pauseMs);
    if (ending) return;
    pauseMs = Math.min(pauseMs * 2, PAUSE_MS.longest);
    child = again();
    watch();
  };
  watch();
  return {
    pid: () => child.pid,
    end: async () => {
      ending = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function spawn(options: DynamoDbOptions, port: number, logFile: number): ChildProcess {
  return fork(HOST, [options.data, String(port)], {
    env: { PATH: process.env.PATH, AWS_REGION: options.region, TZ: ':UTC' },
    execArgv: [],
    execPath: process.execPath,
    stdio: ['ignore', logFile, logFile, 'ipc'],
  });
}

async function portOf(child: ChildProcess, wanted: number): Promise<number> {
  const report = await new Promise<Report>((resolve) => {
    child.once('message', (message: Report) => resolve(message));
    child.once('exit', (status) => resolve({ failure: `it ended with status ${status}`, code: undefined }));
  });
  if ('port' in report) return report.port;
  child.kill('SIGKILL');
  if (report.code === 'EADDRINUSE') {
    const message = `Port ${wanted} for DynamoDB is taken. End the program that uses it, or choose another port.`;
    throw new LocalError('port-in-use', message);
  }
  throw new LocalError(
    'dynamodb-unavailable',
    `DynamoDB did not start: ${report.failure}. Its log says why.`,
  );
}

function createClient(url: string, region: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: url,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 8,
  });
}
