import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheControl } from '../../../functions/store/objects.ts';
import { synthesize } from '../../../infra/synthesize.ts';
import { type ObjectServer, startObjectServer } from '../../../local/s3/server.ts';
import { type Site, startSite } from '../../../local/site/site.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { planStack } from '../../../local/template/plan.ts';
import { choosePrincipals } from '../../../local/template/principals.ts';
import { isRecord, type JsonRecord } from '../../infra/support/reading.ts';
import { temporaryFolder } from '../support/assembly.ts';

/* What the template tells CloudFront to answer, read here from its JSON alone, is what the local site answers. */

let s3: ObjectServer;
let site: Site;
let policy: JsonRecord;
const key = 'elections/xx-2024/1.0.0/results.csv';

beforeAll(async () => {
  const { assemblyDirectory, templatePath } = synthesize({ outdir: await temporaryFolder() });
  policy = headersPolicyIn(await readFile(templatePath, 'utf8'));
  const plan = choosePrincipals(planStack(await loadAssembly(assemblyDirectory), '127.0.0.1'));
  s3 = await startObjectServer({ root: join(await temporaryFolder(), 's3'), port: 0 });
  await s3.createBucket(plan.publication.name, { versioned: true });
  await put(plan.publication.name);
  site = await startSite({
    distribution: plan.distribution,
    cors: plan.publication.cors,
    s3: s3.url,
    port: 0,
  });
});
afterAll(async () => {
  await site.stop();
  await s3.stop();
});

test.each(['', 'elections/xx-2024/1.0.0/ghost.csv', key])(
  'every security header of the template stands on the answer to /%s',
  async (path) => {
    const { headers } = await fetch(`${site.url}/${path}`);

    const security = section('SecurityHeadersConfig');
    expect(Object.keys(security).sort()).toEqual([
      'ContentSecurityPolicy',
      'ContentTypeOptions',
      'FrameOptions',
      'ReferrerPolicy',
      'StrictTransportSecurity',
    ]);
    const part = (name: string) => (isRecord(security[name]) ? security[name] : {});
    const transport = part('StrictTransportSecurity');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': part('ContentSecurityPolicy').ContentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': part('FrameOptions').FrameOption,
      'referrer-policy': part('ReferrerPolicy').ReferrerPolicy,
      'strict-transport-security': `max-age=${transport.AccessControlMaxAgeSec}; includeSubDomains`,
    });
  },
);

test('a page of any origin may read a range, and sees the headers that the template exposes', async () => {
  const response = await fetch(`${site.url}/${key}`, {
    headers: { origin: 'https://example.org', range: 'bytes=0-6' },
  });

  const cors = section('CorsConfig');
  expect([response.status, await response.text()]).toEqual([206, 'station']);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': items(cors.AccessControlAllowOrigins).join(', '),
    'access-control-expose-headers': items(cors.AccessControlExposeHeaders).join(', '),
    'content-range': 'bytes 0-6/19',
    'accept-ranges': 'bytes',
    etag: expect.stringMatching(/^"/),
  });
});

test('a page may ask beforehand for a range with conditions, as the template and the bucket allow', async () => {
  const response = await fetch(`${site.url}/${key}`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://example.org',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'range,if-none-match',
    },
  });

  const cors = section('CorsConfig');
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-methods': items(cors.AccessControlAllowMethods).join(', '),
    'access-control-allow-headers': items(cors.AccessControlAllowHeaders).join(', '),
    'access-control-max-age': String(cors.AccessControlMaxAgeSec),
  });
});

test('what is not there is 404, and no address lists the bucket', async () => {
  const answers = await Promise.all(
    ['ghost', '', '?list-type=2', '?prefix=elections/', 'elections/', '?location'].map(async (path) => {
      const response = await fetch(`${site.url}/${path}`);
      return [response.status, /ListBucketResult|LocationConstraint/.test(await response.text())];
    }),
  );

  expect(answers).toEqual(answers.map(() => [404, false]));
});

test('a file keeps its type, its age and its bytes: nothing is packed on the way', async () => {
  const response = await fetch(`${site.url}/${key}`, { headers: { 'accept-encoding': 'gzip, br' } });

  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': '19',
  });
  expect(response.headers.has('content-encoding')).toBe(false);
});

function headersPolicyIn(text: string): JsonRecord {
  const template: unknown = JSON.parse(text);
  const resources = isRecord(template) && isRecord(template.Resources) ? template.Resources : {};
  const found = Object.values(resources).filter(
    (resource) => isRecord(resource) && resource.Type === 'AWS::CloudFront::ResponseHeadersPolicy',
  );
  const [resource] = found;
  const properties = isRecord(resource) && isRecord(resource.Properties) ? resource.Properties : {};
  const config = properties.ResponseHeadersPolicyConfig;
  if (found.length !== 1 || !isRecord(config)) throw new Error(`${found.length} response headers policies`);
  return config;
}

function section(name: string): JsonRecord {
  const part = policy[name];
  if (!isRecord(part)) throw new Error(`the policy has no ${name}`);
  return part;
}

function items(list: unknown): unknown[] {
  return isRecord(list) && Array.isArray(list.Items) ? list.Items : [];
}

async function put(bucket: string): Promise<void> {
  const client = new S3Client({
    endpoint: s3.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: 'station,votes\n1,12\n',
      ContentType: 'text/csv; charset=utf-8',
      CacheControl: cacheControl.release,
    }),
  );
  client.destroy();
}
