import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { Invocation, OptionSpec } from './command.ts';
import { UsageError } from './command.ts';

/** Where the pipeline runs: the stack on this machine, or one on AWS. */
export interface Deployment {
  readonly local: boolean;
  readonly intake: string;
  readonly publication: string | null;
  readonly table: string | null;
  /** ARN of the state machine. */
  readonly machine: string | null;
  /** URL of the queue of failures. */
  readonly queue: string | null;
  /** Environment for the AWS SDK: endpoints and credentials of the local stack; empty on AWS. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What `sailau start` leaves in its data folder for the other commands. */
export interface StackFile {
  readonly pid: number;
  readonly endpoints: {
    readonly s3: string;
    readonly dynamodb: string;
    readonly sqs: string;
    readonly states: string;
    readonly site: string;
  };
  readonly intake: string;
  readonly publication: string;
  readonly table: string;
  readonly machine: string | null;
  readonly queue: string | null;
}

/** Options that say where the pipeline runs. */
export const deploymentOptions: readonly OptionSpec[] = [
  { name: 'data', value: 'DIR', help: 'Data folder of the local stack (default .sailau)' },
  {
    name: 'bucket',
    value: 'NAME',
    help: 'Intake bucket on AWS: output IntakeBucketName of the stack (default $SAILAU_BUCKET)',
  },
  {
    name: 'publication',
    value: 'NAME',
    help: 'Publication bucket on AWS: output PublicationBucketName of the stack (default $SAILAU_PUBLICATION)',
  },
  {
    name: 'table',
    value: 'NAME',
    help: 'Records table on AWS: output RecordsTableName of the stack (default $SAILAU_TABLE)',
  },
];

/** The option that says where what was not processed waits. */
export const queueOption: OptionSpec = {
  name: 'queue',
  value: 'URL',
  help: 'Queue of failures on AWS: output FailureQueueUrl of the stack (default $SAILAU_QUEUE)',
};

/** Options that say where the pipeline runs, for commands that start it again. */
export const operatorOptions: readonly OptionSpec[] = [
  ...deploymentOptions,
  {
    name: 'machine',
    value: 'ARN',
    help: 'State machine on AWS: output StateMachineArn of the stack (default $SAILAU_MACHINE)',
  },
  queueOption,
];

/** Any credentials do for the local endpoints, which do not check signatures. */
export const localCredentials = {
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_REGION: 'eu-central-1',
} as const;

/** AWS when a bucket is named, else the local stack that runs on the data folder. Throws UsageError when there is neither. */
export async function findDeployment({ value }: Invocation): Promise<Deployment> {
  const bucket = value('bucket') ?? process.env.SAILAU_BUCKET;
  if (bucket !== undefined)
    return {
      local: false,
      intake: bucket,
      publication: value('publication') ?? process.env.SAILAU_PUBLICATION ?? null,
      table: value('table') ?? process.env.SAILAU_TABLE ?? null,
      machine: value('machine') ?? process.env.SAILAU_MACHINE ?? null,
      queue: value('queue') ?? process.env.SAILAU_QUEUE ?? null,
      environment: {},
    };
  const data = value('data') ?? '.sailau';
  const stack = await runningStack(data);
  if (!stack)
    throw new UsageError(
      `No local stack runs on ${data}. Start it with \`npm start\`, or name the intake bucket on AWS with --bucket.`,
    );
  return { local: true, ...stack, environment: localEnvironment(stack) };
}

/** An S3 client for the deployment. */
export function objectClient({ local, environment }: Deployment): S3Client {
  if (!local) return new S3Client({});
  const { AWS_ENDPOINT_URL_S3: endpoint = '', AWS_REGION: region = '' } = environment;
  return new S3Client({ endpoint, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
}

/** What the SDK takes from the environment to talk to a local stack. */
export function localEnvironment({ endpoints }: Pick<StackFile, 'endpoints'>): Record<string, string> {
  return {
    ...localCredentials,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SFN: endpoints.states,
  };
}

async function runningStack(data: string): Promise<StackFile | null> {
  try {
    const stack: StackFile = JSON.parse(await readFile(stackFile(data), 'utf8'));
    return isRunning(stack.pid) ? stack : null;
  } catch {
    // Not there, or cut short when the machine went down.
    return null;
  }
}

/** Where `sailau start` writes its StackFile. */
export function stackFile(data: string): string {
  return join(data, 'stack.json');
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
