import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { collectUploads } from '../../cli/files.ts';
import type { Latest } from '../../functions/model/generated/latest.ts';
import type { Report } from '../../functions/model/generated/report.ts';
import { latestKey, releaseKey, releasePrefix, reportKey } from '../../functions/store/objects.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { type LocalStack, startStack } from '../../local/stack.ts';

/** The synthesized stack, running on this machine in a folder of its own, with what a test asks of it. */
export interface TestStack {
  readonly stack: LocalStack;
  readonly client: S3Client;
  /** Puts text or a file under a key and gives the version id; the pipeline starts by itself. */
  put(key: string, body: string | Uint8Array): Promise<string>;
  /** Puts every file of an election's folder, all at once. */
  putFolder(folder: string): Promise<void>;
  /** Resolves when no execution is running. */
  idle(): Promise<void>;
  latest(election: string): Promise<Latest | null>;
  /** A file of a release, of the newest unless a version is given. */
  file(election: string, path: string, version?: string): Promise<string>;
  /** Key and ETag of every object of a release. */
  objects(election: string, version: string): Promise<[string, string][]>;
  report(election: string, file: string, versionId: string): Promise<Report>;
  /** What functions and servers have printed so far, by the name of the file. */
  logs(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

/** Synthesizes and starts the stack on ports that the system chooses; `context` overrides settings. */
export async function startTestStack(context: Readonly<Record<string, unknown>> = {}): Promise<TestStack> {
  const data = await mkdtemp(join(tmpdir(), 'sailau-stack-'));
  const { assemblyDirectory } = synthesize({ outdir: join(data, 'cdk.out'), context });
  const stack = await startStack({ assembly: assemblyDirectory, data });
  const client = new S3Client({
    endpoint: stack.endpoints.s3,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const read = (bucket: string, key: string) => readText(client, bucket, key);
  const { intake, publication } = stack.buckets;
  const put = async (key: string, body: string | Uint8Array) => {
    const { VersionId } = await client.send(new PutObjectCommand({ Bucket: intake, Key: key, Body: body }));
    return VersionId ?? 'null';
  };
  const latest = async (election: string): Promise<Latest | null> => {
    const text = await read(publication, latestKey(election));
    return text === null ? null : JSON.parse(text);
  };
  return {
    stack,
    client,
    put,
    latest,
    idle: stack.idle,
    putFolder: async (folder) => {
      const uploads = await collectUploads([folder]);
      await Promise.all(uploads.map(async ({ path, key }) => put(key, await readFile(path))));
    },
    file: async (election, path, version) => {
      const key = releaseKey(election, version ?? (await latest(election))?.version ?? 'none', path);
      return (await read(publication, key)) ?? Promise.reject(new Error(`${key} is not published`));
    },
    objects: (election, version) => listObjects(client, publication, releasePrefix(election, version)),
    report: async (election, file, versionId) =>
      JSON.parse((await read(intake, reportKey(election, file, versionId))) ?? 'null'),
    logs: () => readFolder(join(data, 'logs')),
    close: async () => {
      client.destroy();
      await stack.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The rows of a CSV file without quoted cells, as objects by column. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}

async function listObjects(client: S3Client, bucket: string, prefix: string): Promise<[string, string][]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.map(({ Key = '', ETag = '' }) => [Key, ETag]);
}

async function readText(client: S3Client, bucket: string, key: string): Promise<string | null> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}
