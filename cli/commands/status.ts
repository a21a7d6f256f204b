import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { isElectionId } from '../../functions/model/ids.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { deploymentOptions, findDeployment, queueOption } from '../endpoint.ts';
import { type Limits, ringing } from '../status/alarms.ts';
import { type ElectionStatus, electionStatus, isUnknown } from '../status/election.ts';
import { alarmLines, electionLines } from '../status/lines.ts';
import { storeOf } from '../store.ts';

/** `sailau status`: what is in, in work and published, what went wrong, and which alarm would ring. */
export const status: Command = {
  name: 'status',
  summary:
    'Show elections, their files, releases and failures, and what would ring (exit code 1 if anything)',
  usage: '[election]',
  options: [...deploymentOptions, queueOption],
  examples: ['sailau status', 'sailau status kz-mazhilis-2023', 'sailau status --json'],
  run: runStatus,
};

/** Gives 0 when nothing would ring, 1 when an alarm would. */
async function runStatus(invocation: Invocation): Promise<number> {
  const { positionals, terminal } = invocation;
  const [asked, ...more] = positionals;
  if (more.length > 0) throw new UsageError('Name one election, or none for all of them.');
  if (asked !== undefined && !isElectionId(asked))
    throw new UsageError(`"${asked}" cannot be the id of an election.`);
  const deployment = await findDeployment(invocation);
  const store = storeOf(deployment, '`status`');
  const ids = asked === undefined ? await store.status.elections() : [asked];
  const failures = await store.status.failures();
  const elections: ElectionStatus[] = [];
  for (const id of ids) elections.push(await electionStatus(store, id, failures));
  if (asked !== undefined && elections.every(isUnknown))
    throw new UsageError(`There is no election "${asked}". \`sailau status\` lists all of them.`);
  const [queued, now] = [await countQueued(deployment.queue), Date.now()];
  const alarms = ringing({ elections, queued, now }, await readLimits());
  const lines = [
    ...alarmLines(alarms, queued),
    ...elections.flatMap((election) => electionLines(election, now, asked !== undefined)),
  ];
  for (const { text, style } of lines) terminal.line(text, style);
  if (elections.length === 0) terminal.line('No elections yet. Upload one with `sailau upload <folder>`.');
  terminal.document({ alarms, queued, elections });
  return alarms.length > 0 ? 1 : 0;
}

/** How many events wait in the queue of failures; null where no queue is named. */
async function countQueued(QueueUrl: string | null): Promise<number | null> {
  if (QueueUrl === null) return null;
  const client = new SQSClient();
  try {
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] });
    const { Attributes = {} } = await client.send(command);
    return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  } finally {
    client.destroy();
  }
}

/** The limits of the checkout's own settings. The CDK takes a moment to load, which no other command needs. */
async function readLimits(): Promise<Limits> {
  const { readSettings } = await import('../../infra/settings/settings.ts');
  const { default: project } = await import('../../cdk.json', { with: { type: 'json' } });
  return readSettings(project.context);
}
