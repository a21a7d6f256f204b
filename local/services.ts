import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { LocalError, messageOf, systemCode } from './errors.ts';
import { type Bus, createBus } from './events/bus.ts';
import { openJournal } from './events/journal.ts';
import { objectCreatedEvent } from './events/object-created.ts';
import { createFunctions } from './lambda/functions.ts';
import { createExecutions, type Executions } from './pipeline/executions.ts';
import { createMachine } from './pipeline/machine.ts';
import { type ObjectCreated, type ObjectServer, startObjectServer } from './s3/server.ts';
import { startSite } from './site/site.ts';
import type { Assembly } from './template/assembly.ts';
import { planStack, type StackPlan } from './template/plan.ts';
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
  readonly endpoints: { readonly s3: string; readonly dynamodb: string; readonly site: string };
  readonly outputs: Readonly<Record<string, string>>;
  readonly executions: Executions;
  readonly stop: () => Promise<void>;
};

type Endpoints = Running['endpoints'];
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
  // An upload may arrive as soon as the port is open: it waits until there is a bus to take its event.
  const bus = Promise.withResolvers<Bus>();
  bus.promise.catch(() => undefined);
  const s3 = await openObjects(options, (created) =>
    bus.promise.then((ready) => announce(ready, created, options)),
  );
  onStop(s3.stop);
  onStop(async () =>
    bus.reject(new LocalError('endpoint-failed', 'The stack is stopping; upload again later.')),
  );
  const site = await startSite({
    distribution: principals.distribution,
    cors: principals.publication.cors,
    s3: s3.url,
    port: ports.site,
  });
  onStop(site.stop);
  const plan = planStack(assembly, `127.0.0.1:${site.port}`);
  for (const { name, versioned } of plan.buckets) await s3.createBucket(name, { versioned });
  const { region } = plan.place;
  const logs = join(data, 'logs');
  const dynamodb = await startDynamoDb({
    data: join(data, 'records'),
    logs,
    port: ports.dynamodb,
    region,
    tables: plan.tables,
    log,
  });
  onStop(dynamodb.stop);
  const functions = createFunctions(plan.functions, { region, s3: s3.url, dynamodb: dynamodb.url }, logs);
  onStop(functions.stop);
  const machines = plan.machines.map((machine) =>
    createMachine(machine, { functions, dynamodb: dynamodb.client }),
  );
  const executions = createExecutions(machines, log);
  checkTargets(plan);
  const ready = createBus(plan.rules, await openJournal(join(data, 'events')), executions.run, log);
  onStop(async () => {
    await functions.drain(GRACE_MS);
    await executions.abort();
  });
  const again = await ready.redeliver();
  if (again > 0) log(`${again} uploads that were under way when the last run ended are processed again.`);
  bus.resolve(ready);
  const endpoints: Endpoints = { s3: s3.url, dynamodb: dynamodb.url, site: site.url };
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

async function announce(
  bus: Bus,
  created: ObjectCreated,
  { assembly, principals }: ServiceOptions,
): Promise<void> {
  if (created.bucket !== principals.intake.name) return;
  await bus.put(objectCreatedEvent(created, randomUUID(), assembly.region));
}

function checkTargets({ rules, machines }: StackPlan): void {
  for (const { logicalId, targets } of rules) {
    const foreign = targets.find((arn) => !machines.some((machine) => machine.arn === arn));
    if (foreign === undefined) continue;
    throw new LocalError(
      'template-unsupported',
      `${logicalId} (AWS::Events::Rule) starts ${foreign}, which is no state machine of the stack. ` +
        'Let it start a state machine, or teach local/ to start the target.',
    );
  }
}
