import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { redrive } from '../../../cli/commands/redrive.ts';
import { localEnvironment } from '../../../cli/endpoint.ts';
import { uploadEvent } from '../../../cli/operate/upload-event.ts';
import type { ExecutionEvent } from '../../../local/pipeline/progress.ts';
import { startMiniStack } from '../../local/support/mini-stack.ts';
import { running } from '../running.ts';
import { writeStackFile } from '../support/stack-file.ts';

type Mini = Awaited<ReturnType<typeof startMiniStack>>;

let mini: Mini;
let data: string;
let sqs: SQSClient;

beforeEach(async () => {
  mini = await startMiniStack();
  data = await writeStackFile(mini.stack);
  for (const [name, value] of Object.entries(localEnvironment(mini.stack))) vi.stubEnv(name, value);
  for (const name of ['SAILAU_BUCKET', 'SAILAU_MACHINE']) vi.stubEnv(name, undefined);
  sqs = new SQSClient();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  sqs.destroy();
  await mini.close();
});

test('starts what an execution gave up on, and takes it off the list once it is started', async () => {
  await mini.put('uploads/xx-2024/broken');
  await mini.stack.idle();
  const keys = keysStarted(mini);

  const { code, stdout } = await redriveNow({ json: true });
  await mini.stack.idle();

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([
    { key: 'uploads/xx-2024/broken', error: 'BrokenFile', outcome: 'started', reason: null },
  ]);
  expect(keys).toEqual(['uploads/xx-2024/broken']);
  // It has failed again, and waits again.
  expect(await keysQueued()).toEqual(['uploads/xx-2024/broken']);
});

test('starts nothing in a dry run, and leaves everything in sight', async () => {
  await mini.put('uploads/xx-2024/broken');
  await mini.stack.idle();
  const keys = keysStarted(mini);

  const { code, stdout } = await redriveNow({ flags: ['dry-run'] });

  expect(code).toBe(0);
  expect(stdout).toContain('would start     uploads/xx-2024/broken (version ');
  expect(stdout).toContain('had ended with BrokenFile: uploads/xx-2024/broken cannot be read.');
  expect(keys).toEqual([]);
  expect(await keysQueued()).toEqual(['uploads/xx-2024/broken']);
});

test('takes only files of the election that it is asked for', async () => {
  await mini.put('uploads/xx-2024/broken');
  await mini.put('uploads/yy-2024/broken');
  await mini.stack.idle();

  const { stdout } = await redriveNow({ json: true, values: { election: 'yy-2024' }, flags: ['dry-run'] });

  expect(JSON.parse(stdout)).toMatchObject([{ key: 'uploads/yy-2024/broken' }]);
  expect((await keysQueued()).sort()).toEqual(['uploads/xx-2024/broken', 'uploads/yy-2024/broken']);
});

test('says of what it cannot start why it stays', async () => {
  const versionId = await mini.put('uploads/xx-2024/gone');
  await mini.stack.idle();
  await mini.objects.send(
    new DeleteObjectCommand({
      Bucket: mini.stack.buckets.intake,
      Key: 'uploads/xx-2024/gone',
      VersionId: versionId,
    }),
  );
  const gone = {
    key: 'uploads/xx-2024/gone',
    versionId,
    sequencer: 'A1',
    at: '2024-03-10T00:00:00Z',
    bytes: 1,
  };
  await send(JSON.stringify(uploadEvent(mini.stack.buckets.intake, gone)));
  await send('not an event');

  const { code, stdout } = await redriveNow({ json: true });

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    {
      key: 'uploads/xx-2024/gone',
      outcome: 'stays',
      reason: expect.stringContaining('Upload the file again'),
    },
    { key: null, outcome: 'stays', reason: expect.stringContaining('no event of an upload') },
  ]);
  expect(await keysQueued()).toHaveLength(2);
});

test('says that nothing waits', async () => {
  expect(await redriveNow({})).toMatchObject({ code: 0, stdout: 'Nothing waits to be started again.\n' });
});

test('asks for what it needs on AWS', async () => {
  const asked = running(redrive.run, [], { values: { bucket: 'b' } });

  await expect(asked).rejects.toThrow('needs --publication, --table, --machine and --queue');
});

function redriveNow(called: Parameters<typeof running>[2] & object) {
  return running(redrive.run, [], { ...called, values: { data, ...called.values } });
}

async function send(MessageBody: string): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl: mini.stack.outputs.FailureQueueUrl, MessageBody }));
}

async function keysQueued(): Promise<(string | null)[]> {
  const { stdout } = await redriveNow({ json: true, flags: ['dry-run'] });
  const found: { key: string | null }[] = JSON.parse(stdout);
  return found.map(({ key }) => key);
}

function keysStarted({ stack }: Mini): string[] {
  const keys: string[] = [];
  stack.executions.on('event', (event: ExecutionEvent) => {
    if (event.type === 'started') keys.push(JSON.parse(JSON.stringify(event.input)).detail.object.key);
  });
  return keys;
}
