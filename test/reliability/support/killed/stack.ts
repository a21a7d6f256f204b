import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { type Deployment, localEnvironment, objectClient } from '../../../../cli/endpoint.ts';

/** The local stack in a process group of its own, which can be killed whole. */
export interface KillableStack {
  readonly deployment: Deployment;
  /** Puts an object and gives its version; null when the stack has died before it answered. */
  put(key: string, body: string): Promise<string | null>;
  /** SIGKILL to every process of it: stack, functions and database. */
  kill(): Promise<void>;
}

const runStack = join(import.meta.dirname, '../../../local/support/run-stack.ts');

/** Starts a synthesized stack on a data folder. */
export async function startKillable(assembly: string, data: string): Promise<KillableStack> {
  const child = spawn(process.execPath, [runStack, assembly, data], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const deployment = await deploymentOf(child);
  const client = objectClient(deployment);
  return {
    deployment,
    put: async (key, body) => {
      const command = new PutObjectCommand({ Bucket: deployment.intake, Key: key, Body: body });
      return client.send(command).then(
        ({ VersionId = 'null' }) => VersionId,
        () => null,
      );
    },
    kill: async () => {
      const ended = once(child, 'exit');
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await ended;
      client.destroy();
    },
  };
}

async function deploymentOf({ stdout }: ChildProcess): Promise<Deployment> {
  if (stdout === null) throw new Error('the process has no output');
  const lines = createInterface(stdout);
  const [first] = await once(lines, 'line');
  const { endpoints, buckets, table, outputs } = JSON.parse(String(first));
  return {
    local: true,
    intake: buckets.intake,
    publication: buckets.publication,
    table,
    machine: outputs.StateMachineArn,
    queue: outputs.FailureQueueUrl,
    environment: localEnvironment({ endpoints }),
  };
}
