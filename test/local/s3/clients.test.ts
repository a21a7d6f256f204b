import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { installed, localAws } from '../../support/tools.ts';
import { type Stand, someBytes, startStand, temporaryFolder } from './support.ts';

const run = promisify(execFile);

const hasCli = installed('the AWS CLI', 'nothing was uploaded with it');
const hasBoto = installed('boto3', 'nobody did a day of work with it');

let stand: Stand;
let folder: string;
beforeAll(async () => {
  stand = await startStand();
  folder = await temporaryFolder();
});

describe.skipIf(!hasCli)('the AWS CLI', () => {
  const aws = async (...parameters: string[]) => {
    const endpoint = ['--endpoint-url', stand.server.url];
    return (await run('aws', [...endpoint, ...parameters], { env: localAws })).stdout;
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

  it('lists in pages, and gives a range of a version', async () => {
    const put = async (text: string) => {
      const file = join(folder, 'digits');
      writeFileSync(file, text);
      const name = ['--bucket', 'kept', '--key', 'pages/digits', '--body', file];
      return JSON.parse(await aws('s3api', 'put-object', ...name)).VersionId;
    };
    const first = await put('0123456789');
    await put('9876543210');
    const target = join(folder, 'range');
    const version = ['--key', 'pages/digits', '--version-id', first, '--range', 'bytes=3-5'];

    await aws('s3api', 'get-object', '--bucket', 'kept', ...version, target);
    const keys = await aws(
      ...['s3api', 'list-objects-v2', '--bucket', 'kept', '--prefix', 'uploads/', '--page-size', '1'],
      ...['--query', 'Contents[].Key', '--output', 'json'],
    );

    expect(readFileSync(target, 'utf8')).toBe('345');
    expect(JSON.parse(keys)).toEqual([
      'uploads/election.json',
      'uploads/large.csv',
      'uploads/results/Алматы 1+2.csv',
    ]);
  });
});

describe.skipIf(!hasBoto)('boto3', () => {
  it('does its everyday work', async () => {
    const script = join(import.meta.dirname, 'everyday.py');

    const { stdout } = await run('python3', [script, stand.server.url], { env: localAws });

    expect(stdout.trim()).toBe('done');
  });
});
