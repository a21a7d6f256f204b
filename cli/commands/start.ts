import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalError } from '../../local/errors.ts';
import { type LocalStack, startStack } from '../../local/stack.ts';
import { type Command, type Invocation, UsageError, wholeNumber } from '../command.ts';
import { localCredentials, type StackFile, stackFile } from '../endpoint.ts';
import { loadExamples } from '../examples.ts';
import { followExecutions } from '../executions.ts';

/** `sailau start`: the deployed pipeline on this machine. */
export const start: Command = {
  name: 'start',
  summary: 'Synthesize the stack, run it on this machine and load the examples',
  usage: '',
  options: [
    { name: 'once', help: 'Stop when the examples are published; exit code 1 if anything failed' },
    {
      name: 'data',
      value: 'DIR',
      help: 'Where buckets, table and logs are kept (default .sailau); survives a restart',
    },
    {
      name: 'port',
      value: 'N',
      help: 'Port of the S3 endpoint; the site takes N+1, DynamoDB N+2 (default 4280; 0: any free ones)',
    },
  ],
  examples: ['sailau start', 'sailau start --once --json', 'sailau start --data rehearsal --port 5280'],
  run: runStart,
};

async function runStart(invocation: Invocation): Promise<number> {
  const { terminal, value, flag } = invocation;
  const data = value('data') ?? '.sailau';
  // The site and DynamoDB take the two ports after it.
  const port = wholeNumber('port', value('port'), 4280, 0, 65_533);
  if (invocation.positionals.length > 0)
    throw new UsageError(
      `\`start\` takes no "${invocation.positionals.join(' ')}". See \`sailau start --help\`.`,
    );
  // From the beginning on: a Ctrl-C while the examples are loaded must end the stack as one does later.
  const stopped = stopSignal();
  terminal.line('Synthesizing the stack that `cdk deploy` deploys …');
  // Not in the data folder: a second start, which is refused, must not change what the first one runs.
  const outdir = await mkdtemp(join(tmpdir(), 'sailau-assembly-'));
  try {
    // The CDK takes seconds to load, and `--help` has no need of it.
    const { synthesize } = await import('../../infra/synthesize.ts');
    const { assemblyDirectory } = synthesize({ outdir });
    const ports = portsFrom(port);
    const stack = await startStack({ assembly: assemblyDirectory, data, ports, log: terminal.line });
    return await serveUntilDone(stack, data, { once: flag('once'), stopped }, invocation).finally(stack.stop);
  } catch (error) {
    if (error instanceof LocalError) throw new UsageError(error.message);
    throw error;
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
}

/** What ends the stack: with `once`, that the examples are published; in any case a signal. */
interface Until {
  readonly once: boolean;
  readonly stopped: Promise<'stopped'>;
}

async function serveUntilDone(
  stack: LocalStack,
  data: string,
  until: Until,
  invocation: Invocation,
): Promise<number> {
  await writeFile(stackFile(data), `${JSON.stringify(describe(stack), null, 2)}\n`);
  try {
    return await serve(stack, data, until, invocation);
  } finally {
    await rm(stackFile(data), { force: true });
  }
}

async function serve(
  stack: LocalStack,
  data: string,
  { once, stopped }: Until,
  { terminal }: Invocation,
): Promise<number> {
  const executions = followExecutions(stack, terminal);
  const loading = loadExamples(stack, data, terminal);
  const loaded = await Promise.race([loading, stopped]);
  const idle = loaded === 'stopped' ? loaded : await Promise.race([stack.idle(), stopped]);
  terminal.progress.end();
  if (loaded === 'stopped' || idle === 'stopped') {
    // An upload that the end of the stack breaks off is sent again at the next start.
    loading.catch(() => {});
    terminal.line('Stopping before the examples are published; the next start goes on with them …');
    terminal.document({ ...describe(stack), examples: null, executions: executions.results() });
    return once ? 1 : 0;
  }
  const failed = executions.failed();
  for (const line of executions.summary()) terminal.line(line);
  // With --once the endpoints are about to close; what was published stays in the folder.
  const where = once ? [`Published files: ${publishedFolder(stack, data)}`] : endpointLines(stack);
  for (const line of where) terminal.line(line);
  terminal.document({ ...describe(stack), examples: loaded, executions: executions.results() });
  if (once) return failed === 0 ? 0 : 1;
  terminal.line('Running. Stop with Ctrl-C.');
  await stopped;
  terminal.line('Stopping …');
  return 0;
}

function portsFrom(port: number): { s3: number; site: number; dynamodb: number } {
  return port === 0 ? { s3: 0, site: 0, dynamodb: 0 } : { s3: port, site: port + 1, dynamodb: port + 2 };
}

function describe({ endpoints, buckets, table, outputs }: LocalStack): StackFile {
  const { StateMachineArn: machine = null, FailureQueueUrl: queue = null } = outputs;
  const { intake, publication } = buckets;
  return { pid: process.pid, endpoints, intake, publication, table, machine, queue };
}

/** Where the published objects lie as plain files, under their keys. */
function publishedFolder({ buckets }: LocalStack, data: string): string {
  return join(data, 'buckets', buckets.publication, 'objects');
}

/** A file of the examples that an upload may repeat. */
const sample = 'kz-mazhilis-2023/results/list/votes.csv';

function endpointLines({ endpoints, buckets }: LocalStack): string[] {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_REGION: region } = localCredentials;
  return [
    '',
    `Explorer    ${endpoints.site}/`,
    `Published   ${endpoints.site}/catalog.json`,
    `S3          ${endpoints.s3}  (intake s3://${buckets.intake}, publication s3://${buckets.publication})`,
    `DynamoDB    ${endpoints.dynamodb}`,
    '',
    'Upload with the AWS CLI:',
    `  export AWS_ACCESS_KEY_ID=${id} AWS_SECRET_ACCESS_KEY=${secret} AWS_REGION=${region}`,
    `  aws --endpoint-url ${endpoints.s3} s3 cp examples/${sample} s3://${buckets.intake}/uploads/${sample}`,
    '',
  ];
}

/** The first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<'stopped'> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve('stopped'));
    process.once('SIGTERM', () => resolve('stopped'));
  });
}
