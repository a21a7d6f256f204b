import { PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scanTag } from '../../functions/store/objects.ts';
import { anElection } from '../support/builders.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let running: TestStack;
beforeAll(async () => {
  running = await startTestStack({ malwareScan: 'guardduty', encryption: 'kms', objectLock: 'governance' });
}, 120_000);
afterAll(() => running?.close());

/** Plays the scanner. */
function tag(key: string, version: string, result: string) {
  return running.client.send(
    new PutObjectTaggingCommand({
      Bucket: running.stack.buckets.intake,
      Key: key,
      VersionId: version,
      Tagging: { TagSet: [{ Key: scanTag, Value: result }] },
    }),
  );
}

test('an upload waits for its scan: a clean one is taken in, one with a threat is rejected', async () => {
  const content = JSON.stringify(anElection());
  const clean = 'uploads/xx-2024/election.json';
  const infected = 'uploads/xx-2024/status.json';

  const first = await running.put(clean, content);
  await tag(clean, first, 'NO_THREATS_FOUND');
  const second = await running.put(infected, '{}');
  await tag(infected, second, 'THREATS_FOUND');
  await running.idle();

  expect((await running.report('xx-2024', 'election.json', first)).outcome).toBe('accepted');
  expect((await running.report('xx-2024', 'status.json', second)).counts).toEqual({ 'malware-found': 1 });
}, 120_000);

test('what functions and servers print holds no credentials', async () => {
  const logs = await running.logs();

  expect(logs.get('sailau-functions-validate.log') ?? [...logs.keys()].join()).toContain(
    'uploads/xx-2024/status.json',
  );
  for (const text of logs.values())
    expect(text).not.toMatch(/secret_?access_?key|session_?token|PRIVATE KEY|X-Amz-Signature|Signature=/i);
});
