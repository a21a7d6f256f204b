import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StackFile, stackFile } from '../../../cli/endpoint.ts';
import type { LocalStack } from '../../../local/stack.ts';

/** Writes what `sailau start` leaves for the other commands, of a stack that runs in this process; gives the folder. */
export async function writeStackFile({ endpoints, buckets, table, outputs }: LocalStack): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'sailau-stack-file-'));
  const { StateMachineArn: machine = null, FailureQueueUrl: queue = null } = outputs;
  const stack: StackFile = { pid: process.pid, endpoints, ...buckets, table, machine, queue };
  await writeFile(stackFile(data), JSON.stringify(stack));
  return data;
}
