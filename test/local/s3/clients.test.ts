import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Stand, someBytes, startStand, temporaryFolder } from './support.ts';

const run = promisify(execFile);
const ENVIRONMENT = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
};

const hasCli = works('aws', ['--version']);
const hasBoto = works('python3', ['-c', 'import boto3']);
for (const [name, found] of [
  ['the AWS CLI', hasCli],
  ['boto3', hasBoto],
] as const) {
  if (!found) console.warn(`\n*** SKIPPED: ${name} is not installed here, so its tests did not run. ***\n`);
}

let stand: Stand;
let folder: string;
beforeAll(async () => {
  stand = await startStand();
  folder = await temporaryFolder();
});

describe.skipIf(!hasCli)('the AWS CLI', () => {
  const aws = async (...parameters: string[]) => {
    const endpoint = ['--endpoint-url', stand.server.url];
    return (await run('aws', [...endpoint, ...parameters], { env: ENVIRONMENT })).stdout;
  };

  it('syncs a folder up, finds nothing new the second time, lists it, and syncs it down', async () => {
    const [tree, copy] = [join(folder, 'uploads'), join(folder, 'copy')];
    mkdirSync(join(tree, 'results'), { recursive: true });
    writeFileSync(join(tree, 'election.json'), '{}');
    writeFileSync(join(tree, 'results', 'Алматы 1+2.csv'), 'station,option,votes\n');
    writeFileSync(join(tree, 'large.csv'), someBytes(9 * 1024 ** 2));

    const first = await aws('s3', 'sync', tree, 's3://kept/uploads/', '--no-progress');
    const second = await aws('s3', 'sync', tree, 's3://kept/uploads/', '--no-progress');
    const listed = await aws('s3', 'ls', 's3://kept/uploads/', '--recursive');
    await aws('s3', 'sync', 's3://kept/uploads/', copy, '--no-progress');

    expect(first.match(/^upload: /gm)).toHaveLength(3);
    expect(second).toBe('');
    expect(listed).toContain('uploads/results/Алматы 1+2.csv');
    for (const name of ['election.json', 'results/Алматы 1+2.csv', 'large.csv']) {
      expect(readFileSync(join(copy, name)).equals(readFileSync(join(tree, name)))).toBe(true);
    }
    expect(stand.events.map((event) => event.reason).sort()).toEqual([
      'CompleteMultipartUpload',
      'PutObject',
      'PutObject',
    ]);
  });

  it('is told when a condition does not hold', async () => {
    const name = ['--bucket', 'kept', '--key', 'uploads/election.json'];

    const refused = aws('s3api', 'put-object', ...name, '--if-none-match', '*');

    await expect(refused).rejects.toThrow('PreconditionFailed');
  });
});

describe.skipIf(!hasBoto)('boto3', () => {
  it('does its everyday work', async () => {
    const script = join(import.meta.dirname, 'everyday.py');

    const { stdout } = await run('python3', [script, stand.server.url], { env: ENVIRONMENT });

    expect(stdout.trim()).toBe('done');
  });
});

function works(command: string, parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
}
