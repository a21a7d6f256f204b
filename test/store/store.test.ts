import { afterAll, beforeAll, describe } from 'vitest';
import { batchSuite } from './conformance/batches.ts';
import { ledgerSuite } from './conformance/ledger.ts';
import { logSuite } from './conformance/logs.ts';
import { pointerSuite } from './conformance/pointers.ts';
import { releaseSuite } from './conformance/releases.ts';
import { statusSuite } from './conformance/status.ts';
import { answeredSubject, awsSubject, memorySubject, type Subject } from './conformance/subject.ts';
import { uploadSuite } from './conformance/uploads.ts';

// The handlers' tests and the sweeps of faults rely on what is in memory, so that has to keep every promise that the real one keeps.
describe.each([
  ['in memory', async () => memorySubject()],
  ['over the SDK, answered from memory', async () => answeredSubject()],
  ['over DynamoDB and S3', awsSubject],
] satisfies [string, () => Promise<Subject>][])('the store %s', (_name, start) => {
  let subject: Subject;

  beforeAll(async () => {
    subject = await start();
  });
  afterAll(() => subject.stop());

  describe('ledger and allocations', () => ledgerSuite(() => subject));
  describe('batches', () => batchSuite(() => subject));
  describe('uploads, releases, pointers', () => {
    uploadSuite(() => subject);
    releaseSuite(() => subject);
    pointerSuite(() => subject);
    logSuite(() => subject);
    statusSuite(() => subject);
  });
});
