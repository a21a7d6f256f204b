import { createReadStream } from 'node:fs';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { encodedWords } from '../../functions/model/text/encoded-words.ts';
import { reasonMetadata } from '../../functions/store/objects.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { type Deployment, deploymentOptions, findDeployment, objectClient } from '../endpoint.ts';
import { collectUploads, type LocalUpload, leftOutLine } from '../files.ts';
import { counted, outcomeLines } from '../outcome.ts';
import { awaitOutcome, type Outcome, type Sent } from '../watch.ts';

/** `sailau upload`: puts files into the intake bucket and, with --watch, says what became of each. */
export const upload: Command = {
  name: 'upload',
  summary: 'Upload election folders or files to the intake bucket',
  usage: '<folder|file…>',
  options: [
    {
      name: 'election',
      value: 'ID',
      help: 'The election that the files belong to (default: told by election.json or the folder)',
    },
    {
      name: 'reason',
      value: 'TEXT',
      help: 'Why, for everybody who reads changes.csv: at most 500 letters, as "station 17 was counted again"',
    },
    {
      name: 'watch',
      help: 'Wait until every file is accepted and published, or rejected; exit code 1 if any was rejected',
    },
    ...deploymentOptions,
  ],
  examples: [
    'sailau upload examples/kz-mazhilis-2023 --watch',
    'sailau upload examples/kz-mazhilis-2023/results/list/votes.csv --watch',
    'sailau upload my-election/results/list/votes.csv --reason "station 17 was counted again"',
    'sailau upload my-election --bucket sailau-intake-1a2b3c',
  ],
  run: runUpload,
};

async function runUpload(invocation: Invocation): Promise<number> {
  const { positionals, terminal, value, flag } = invocation;
  if (positionals.length === 0)
    throw new UsageError('Name a folder or files to upload. See `sailau upload --help`.');
  const reason = statedReason(value('reason'));
  const leftOut: string[] = [];
  const uploads = await collectUploads(positionals, value('election'), (path) => leftOut.push(path));
  const deployment = await findDeployment(invocation);
  const client = objectClient(deployment);
  try {
    const sent = await sendAll(client, deployment, uploads, terminal.progress.update, reason);
    terminal.line(`Uploaded ${counted(sent.length, 'file')} to s3://${deployment.intake}/uploads/.`);
    const left = leftOutLine(leftOut);
    if (left !== null) terminal.line(left);
    if (!flag('watch')) {
      terminal.document({ bucket: deployment.intake, uploads: sent, leftOut });
      return 0;
    }
    return await watch(client, deployment, { sent, leftOut }, invocation);
  } finally {
    client.destroy();
  }
}

/** Sends the files one after the other, in their order, streaming each; `reason` goes with every one of them. */
export async function sendAll(
  client: S3Client,
  { intake }: Deployment,
  uploads: readonly LocalUpload[],
  progress: (done: number, total: number, what: string) => void,
  reason?: string,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const { path, key } of uploads) {
    progress(sent.length, uploads.length, key);
    const Body = createReadStream(path);
    const said = reason === undefined ? {} : { Metadata: { [reasonMetadata]: encodedWords(reason) } };
    const params = { Bucket: intake, Key: key, Body, ...said };
    const { VersionId } = await new Upload({ client, params }).done();
    sent.push({ key, versionId: VersionId ?? null });
  }
  return sent;
}

/** Longer ones would be cut when they are published. */
function statedReason(text: string | undefined): string | undefined {
  if (text === undefined || (text.trim() !== '' && [...text].length <= 500)) return text;
  throw new UsageError('--reason needs a text of at most 500 letters.');
}

async function watch(
  client: S3Client,
  deployment: Deployment,
  { sent, leftOut }: { readonly sent: readonly Sent[]; readonly leftOut: readonly string[] },
  invocation: Invocation,
): Promise<number> {
  const { terminal } = invocation;
  const outcomes: Outcome[] = [];
  for (const one of sent) {
    terminal.progress.update(outcomes.length, sent.length, one.key);
    const outcome = await awaitOutcome(client, deployment, one);
    outcomes.push(outcome);
    for (const { text, style } of outcomeLines(outcome)) terminal.line(text, style);
  }
  terminal.progress.end();
  terminal.document({ bucket: deployment.intake, uploads: outcomes, leftOut });
  return outcomes.every(({ state }) => state !== 'rejected' && state !== 'unknown') ? 0 : 1;
}
