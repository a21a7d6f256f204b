import { createReadStream } from 'node:fs';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
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
      name: 'watch',
      help: 'Wait until every file is accepted and published, or rejected; exit code 1 if any was rejected',
    },
    ...deploymentOptions,
  ],
  examples: [
    'sailau upload examples/kz-mazhilis-2023 --watch',
    'sailau upload examples/kz-mazhilis-2023/results/list/votes.csv --watch',
    'sailau upload my-election --bucket sailau-intake-1a2b3c',
  ],
  run: runUpload,
};

async function runUpload(invocation: Invocation): Promise<number> {
  const { positionals, terminal, value, flag } = invocation;
  if (positionals.length === 0)
    throw new UsageError('Name a folder or files to upload. See `sailau upload --help`.');
  const leftOut: string[] = [];
  const uploads = await collectUploads(positionals, value('election'), (path) => leftOut.push(path));
  const deployment = await findDeployment(invocation);
  const client = objectClient(deployment);
  try {
    const sent = await sendAll(client, deployment, uploads, terminal.progress.update);
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

/** Sends the files one after the other, in their order, streaming each. */
export async function sendAll(
  client: S3Client,
  { intake }: Deployment,
  uploads: readonly LocalUpload[],
  progress: (done: number, total: number, what: string) => void,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const { path, key } of uploads) {
    progress(sent.length, uploads.length, key);
    const Body = createReadStream(path);
    const { VersionId } = await new Upload({ client, params: { Bucket: intake, Key: key, Body } }).done();
    sent.push({ key, versionId: VersionId ?? null });
  }
  return sent;
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
