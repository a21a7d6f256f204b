import { afterAll, beforeAll, describe } from 'vitest';
import { batchSuite } from './conformance/batches.ts';
import { ledgerSuite } from './conformance/ledger.ts';
import { objectSuite } from './conformance/objects.ts';
import { answeredSubject, awsSubject, memorySubject, type Subject } from './conformance/subject.ts';

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
  describe('uploads, releases, pointers', () => objectSuite(() => subject));
});
