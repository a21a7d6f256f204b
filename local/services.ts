import { join } from 'node:path';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { LocalError, messageOf, systemCode } from './errors.ts';
import { createUploads, type Uploads } from './events/uploads.ts';
import { startKms } from './kms/kms.ts';
import { createFunctions } from './lambda/functions.ts';
import { createExecutions, type Executions } from './pipeline/executions.ts';
import { startStepFunctions } from './pipeline/service.ts';
import { type ObjectCreated, type ObjectServer, startObjectServer } from './s3/server.ts';
import { startSite } from './site/site.ts';
import { deadLetterQueue } from './sqs/dead-letters.ts';
import { startSqs } from './sqs/sqs.ts';
import type { Assembly } from './template/assembly.ts';
import { planStack } from './template/plan.ts';
import type { Principals } from './template/principals.ts';

/** What the services are started with. */
export type ServiceOptions = {
  readonly assembly: Assembly;
  readonly principals: Principals;
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly ports: { readonly s3: number; readonly dynamodb: number; readonly site: number };
  readonly log: (line: string) => void;
};

/** The services of a stack, started. */
export type Running = {
  readonly endpoints: Readonly<Record<'s3' | 'dynamodb' | 'sqs' | 'states' | 'site', string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly executions: Executions;
  readonly stop: () => Promise<void>;
};

type Close = () => Promise<void>;

/** How long a running function may go on after the stack was told to stop. */
const GRACE_MS = 10_000;

/** Starts the services in the order in which they need each other. Whatever was started is ended again when a later one fails. */
export async function startServices(options: ServiceOptions): Promise<Running> {
  const opened: Close[] = [];
  const stop = async (): Promise<void> => {
    // Each one is closed even if another cannot be: a process that stays behind holds the data.
    for (const close of opened.splice(0).reverse())
      await close().catch((error) => options.log(messageOf(error)));
  };
  try {
    return { ...(await startAll(options, (close) => opened.push(close))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  options: ServiceOptions,
  onStop: (close: Close) => void,
): Promise<Omit<Running, 'stop'>> {
  const { assembly, principals, data, ports, log } = options;
  // An upload may arrive as soon as the port is open: it waits until somebody listens.
  const listening = Promise.withResolvers<Uploads>();
  listening.promise.catch(() => undefined);
  const s3 = await openObjects(options, async (created) => (await listening.promise).announce(created));
  onStop(s3.stop);
  onStop(async () => listening.reject(new LocalError('endpoint-failed', 'The stack is stopping.')));
  const { distribution, publication } = principals;
  const site = await startSite({ distribution, cors: publication.cors, s3: s3.url, port: ports.site });
  onStop(site.stop);
  const { region } = assembly;
  const sqs = await startSqs({ data: join(data, 'queues'), region });
  onStop(sqs.stop);
  const plan = planStack(assembly, `127.0.0.1:${site.port}`, `127.0.0.1:${sqs.port}`);
  for (const queue of plan.queues) await sqs.openQueue(queue);
  for (const { name, versioned } of plan.buckets) await s3.createBucket(name, { versioned });
  const logs = join(data, 'logs');
  const records = { data: join(data, 'records'), port: ports.dynamodb, tables: plan.tables };
  const dynamodb = await startDynamoDb({ ...records, logs, region, log });
  onStop(dynamodb.stop);
  const kms = await startKms({ data: join(data, 'keys'), keys: plan.keys });
  onStop(kms.stop);
  const states = await startStepFunctions(plan.machines, async (...started) =>
    (await listening.promise).startAgain(...started),
  );
  onStop(states.stop);
  const endpoints = { s3: s3.url, dynamodb: dynamodb.url, sqs: sqs.url, states: states.url, site: site.url };
  const functions = createFunctions(plan.functions, { region, ...endpoints, kms: kms.url }, logs);
  onStop(functions.stop);
  const executions = createExecutions(
    plan.machines,
    { functions, dynamodb: dynamodb.client, sqs: sqs.client },
    log,
  );
  const setAside = deadLetterQueue(sqs, plan.queues);
  const journal = join(data, 'events');
  const uploads = await createUploads({ plan, journal, run: executions.run, setAside, log });
  onStop(async () => {
    await functions.drain(GRACE_MS);
    await executions.abort();
  });
  await uploads.redeliver();
  listening.resolve(uploads);
  return { endpoints, outputs: plan.outputs, executions };
}

async function openObjects(
  { data, ports }: ServiceOptions,
  onObjectCreated: (created: ObjectCreated) => Promise<void>,
): Promise<ObjectServer> {
  try {
    return await startObjectServer({ root: join(data, 'buckets'), port: ports.s3, onObjectCreated });
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error;
    const message = `Port ${ports.s3} for S3 is taken. End the program that uses it, or choose another port.`;
    throw new LocalError('port-in-use', message, { cause: error });
  }
}
