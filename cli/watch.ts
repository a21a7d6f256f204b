import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import type { Latest } from '../functions/model/generated/latest.ts';
import type { Manifest } from '../functions/model/generated/manifest.ts';
import type { Report } from '../functions/model/generated/report.ts';
import { parseUploadKey } from '../functions/model/upload.ts';
import { latestKey, releaseKey, reportKey } from '../functions/store/objects.ts';
import type { Deployment } from './endpoint.ts';

/** An object version that was put into the intake bucket. */
export interface Sent {
  readonly key: string;
  readonly versionId: string | null;
}

/** What became of it: rejected, accepted (nothing to publish yet), published in a release, or not known when time ran out. */
export interface Outcome extends Sent {
  readonly state: 'rejected' | 'accepted' | 'published' | 'unknown';
  readonly version: string | null;
  readonly report: Report | null;
}

/** How long a watcher waits: a file waits about 20 minutes for its definition before it is rejected. */
const patience = { report: 25 * 60_000, release: 5 * 60_000, step: 500 };

/** Waits for the report of an upload and, when it is accepted, for the release that holds it. */
export async function awaitOutcome(client: S3Client, deployment: Deployment, sent: Sent): Promise<Outcome> {
  const report = await until(patience.report, () => readReport(client, deployment, sent));
  if (!report) return { ...sent, state: 'unknown', version: null, report };
  if (report.outcome === 'rejected') return { ...sent, state: 'rejected', version: null, report };
  const { publication } = deployment;
  if (publication === null || !isPublished(report))
    return { ...sent, state: 'accepted', version: null, report };
  const version = await until(patience.release, () => releaseWith(client, publication, report));
  return { ...sent, state: version ? 'published' : 'accepted', version, report };
}

async function readReport(
  client: S3Client,
  { intake }: Deployment,
  { key, versionId }: Sent,
): Promise<Report | null> {
  const upload = parseUploadKey(key);
  if (!upload) return null;
  return readJson<Report>(client, intake, reportKey(upload.election, upload.file, versionId ?? 'null'));
}

/** The version of the latest release, when it is made from these bytes (perhaps uploaded before, as another version). */
async function releaseWith(client: S3Client, bucket: string, report: Report): Promise<string | null> {
  const latest = await readJson<Latest>(client, bucket, latestKey(report.election));
  if (!latest) return null;
  const manifest = await readJson<Manifest>(
    client,
    bucket,
    releaseKey(report.election, latest.version, 'manifest.json'),
  );
  const holds = manifest?.uploads.some(
    ({ file, sha256 }) => file === report.file && sha256 === report.sha256,
  );
  return holds ? latest.version : null;
}

/** An election is published from its first results or turnout file on. */
function isPublished({ file }: Report): boolean {
  return file.startsWith('results/') || file.startsWith('turnout/');
}

async function until<T>(milliseconds: number, look: () => Promise<T | null>): Promise<T | null> {
  for (let waited = 0; waited <= milliseconds; waited += patience.step) {
    const seen = await look();
    if (seen !== null) return seen;
    await pause(patience.step);
  }
  return null;
}

async function readJson<T>(client: S3Client, bucket: string, key: string): Promise<T | null> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return Body ? JSON.parse(await Body.transformToString()) : null;
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}
