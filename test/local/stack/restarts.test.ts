import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/assembly.ts';
import { credentials, items, miniStacks, upload } from './support.ts';

const RUN_STACK = fileURLToPath(new URL('../support/run-stack.ts', import.meta.url));

const { assembly, start } = miniStacks();

describe('startStack', () => {
  it('keeps names and data over a restart', async () => {
    const data = await temporaryFolder();
    const first = await start(data);
    await upload(first, 'uploads/a', 'x');
    await first.idle();
    await first.stop();

    const second = await start(data);

    expect(second).toMatchObject({
      buckets: { intake: 'mini-intake', publication: 'mini-publication' },
      table: 'mini-records',
    });
    expect(await items(second, 'WORK')).toHaveLength(1);
    expect(await (await fetch(`${second.endpoints.site}/uploads/a`)).text()).toBe('x');
  });

  it('leaves what is under way in the journal when it is stopped, and takes it up again', async () => {
    const data = await temporaryFolder();
    const first = await start(data);
    await upload(first, 'uploads/needs-definition', 'x');
    await first.stop();
    expect(await readdir(join(data, 'events'))).toHaveLength(1);

    const second = await start(data);
    await upload(second, 'uploads/definition', 'x');
    await second.idle();

    expect(await items(second, 'WORK')).toHaveLength(2);
    expect(await readdir(join(data, 'events'))).toEqual([]);
  });

  it('loses no upload when its process is killed, and leaves no process behind', async () => {
    const data = await temporaryFolder();
    const child = spawn(process.execPath, [RUN_STACK, assembly(), data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const client = await clientOf(child);
    await client.put('uploads/slow');
    const children = childrenOf(child.pid ?? 0);
    child.kill('SIGKILL');
    await once(child, 'exit');

    await expect.poll(() => children.filter(isRunning), { timeout: 20_000 }).toEqual([]);
    const stack = await start(data);
    await stack.idle();

    expect(children.length).toBeGreaterThan(0);
    expect((await items(stack, 'WORK')).map(({ sk }) => sk?.S)).toEqual(['uploads/slow']);
  });
});

/** A client of a stack in another process; `put` resolves when its execution has begun. */
async function clientOf(child: ChildProcess): Promise<{ put: (key: string) => Promise<void> }> {
  if (child.stdout === null) throw new Error('The process has no output.');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { endpoints, buckets } = JSON.parse((await lines.next()).value ?? '{}');
  const client = new S3Client({ endpoint: endpoints.s3, region: 'eu-central-1', credentials });
  return {
    put: async (key) => {
      await client.send(new PutObjectCommand({ Bucket: buckets.intake, Key: key, Body: 'x' }));
      for (let line: string | undefined = ''; line !== undefined && line !== 'entered'; )
        line = (await lines.next()).value;
      client.destroy();
    },
  };
}

function childrenOf(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table.split('\n').map((row) => row.trim().split(/\s+/).map(Number));
  return rows.flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
