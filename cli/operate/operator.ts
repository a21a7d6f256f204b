import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Bucket } from '../../functions/store/aws/bucket.ts';
import type { Table } from '../../functions/store/aws/table.ts';
import type { Store } from '../../functions/store/store.ts';
import { type Invocation, UsageError } from '../command.ts';
import { type Deployment, findDeployment, objectClient } from '../endpoint.ts';
import { storeOf } from '../store.ts';
import { type QueuedMessage, queuedMessages } from './failure-queue.ts';
import { executionStarter, type StartExecution } from './start-execution.ts';

/** What an operator's command works with: the three places, the work list, and a way to start the pipeline. */
export interface Operator {
  readonly store: Store;
  readonly intake: Bucket;
  readonly publication: Bucket;
  readonly table: Table;
  readonly start: StartExecution;
  /** The messages of the queue of failures, each once. */
  readonly queued: () => AsyncIterable<QueuedMessage>;
  close(): void;
}

/** Opens the deployment that a command names, with the credentials and the region that the SDK finds. Throws UsageError for what is not named. */
export async function openOperator(invocation: Invocation, command: string): Promise<Operator> {
  const deployment = await findDeployment(invocation);
  // The SDK reads endpoints and credentials from the environment.
  Object.assign(process.env, deployment.environment);
  return operatorOf(deployment, command);
}

/** The same for a deployment that is known, whose environment is set. */
export function operatorOf(deployment: Deployment, command: string): Operator {
  const { intake, publication, table, machine, queue } = deployment;
  if (publication === null || table === null || machine === null || queue === null)
    throw new UsageError(
      `On AWS, \`${command}\` also needs --publication, --table, --machine and --queue (outputs of the stack).`,
    );
  const objects = objectClient(deployment);
  const records = new DynamoDBClient({ maxAttempts: 8 });
  const failures = new SQSClient();
  return {
    store: storeOf(deployment, `\`${command}\``),
    intake: { client: objects, name: intake },
    publication: { client: objects, name: publication },
    table: { client: records, name: table },
    start: executionStarter(machine, failures),
    queued: () => queuedMessages(failures, queue),
    close: () => {
      for (const client of [objects, records, failures]) client.destroy();
    },
  };
}
