import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../local/json.ts';
import { type ObjectServer, startObjectServer } from '../../../local/s3/server.ts';
import type { Site } from '../../../local/site/site.ts';
import { temporaryFolder } from '../support/assembly.ts';
import { startMiniSite } from '../support/site.ts';

let s3: ObjectServer;
const sites: Site[] = [];

beforeAll(async () => {
  s3 = await startObjectServer({ root: await temporaryFolder(), port: 0 });
  await s3.createBucket('mini-publication', { versioned: false });
  await put('index.html', '<h1>Sailau</h1>', 'text/html', 'max-age=60');
  await put('elections/kz/1.0.0/results.csv', 'station,votes\n1,12\n', 'text/csv', 'immutable');
  await put('ел/нәтиже 1.csv', 'x', 'text/csv', 'immutable');
  await put('errors/404.html', 'not here', 'text/html', 'max-age=60');
});
afterAll(async () => {
  await Promise.all(sites.map((site) => site.stop()));
  await s3.stop();
});

describe('startSite', () => {
  it('serves a file with the headers it was stored with', async () => {
    const response = await fetch(`${await start()}/elections/kz/1.0.0/results.csv`);

    expect(await response.text()).toBe('station,votes\n1,12\n');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv',
      'content-length': '19',
      'cache-control': 'immutable',
      etag: expect.stringMatching(/^"/),
    });
  });

  it('serves the root object at "/", and keys beyond ASCII', async () => {
    const url = await start({ DefaultRootObject: 'index.html' });

    expect(await (await fetch(`${url}/?utm=1`)).text()).toBe('<h1>Sailau</h1>');
    expect(
      await (await fetch(`${url}/${encodeURIComponent('ел')}/${encodeURIComponent('нәтиже 1.csv')}`)).text(),
    ).toBe('x');
  });

  it('passes ranges and conditions through', async () => {
    const file = `${await start()}/elections/kz/1.0.0/results.csv`;
    const etag = (await fetch(file, { method: 'HEAD' })).headers.get('etag') ?? '';

    const part = await fetch(file, { headers: { range: 'bytes=8-12' } });
    const unchanged = await fetch(file, { headers: { 'if-none-match': etag } });
    const beyond = await fetch(file, { headers: { range: 'bytes=900-' } });

    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      'votes',
      'bytes 8-12/19',
    ]);
    expect(unchanged.status).toBe(304);
    expect(beyond.status).toBe(416);
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${await start()}/index.html`, { method: 'HEAD' });

    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      '15',
      '',
    ]);
  });

  it('answers 403 for a missing file, as S3 does to those who may not list', async () => {
    expect((await fetch(`${await start()}/ghost`)).status).toBe(403);
  });

  it('answers 404 for a missing file where the bucket policy lets CloudFront list', async () => {
    const url = await start({}, { Policy: bucketPolicy() });

    expect((await fetch(`${url}/ghost`)).status).toBe(404);
  });

  it('serves the error page of the template, under its status', async () => {
    const url = await start({
      CustomErrorResponses: [{ ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/errors/404.html' }],
    });

    const response = await fetch(`${url}/ghost`);

    expect([response.status, await response.text()]).toEqual([404, 'not here']);
  });

  it('refuses methods that the distribution does not allow, and paths that are not UTF-8', async () => {
    const url = await start();

    expect((await fetch(`${url}/index.html`, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(`${url}/%ff`)).status).toBe(400);
  });

  it('adds the headers of the policy, on errors too', async () => {
    const url = await start(...withPolicy());

    for (const path of ['index.html', 'ghost']) {
      const { headers } = await fetch(`${url}/${path}`, { headers: { origin: 'https://example.org' } });
      expect(Object.fromEntries(headers)).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'Content-Range, ETag',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=60; includeSubDomains',
        'x-data': 'open',
      });
    }
  });

  it('adds no CORS headers for requests without an origin', async () => {
    const { headers } = await fetch(`${await start(...withPolicy())}/index.html`);

    expect(headers.has('access-control-allow-origin')).toBe(false);
  });

  it('lets a preflight pass only where the bucket has a rule for it', async () => {
    const preflight = {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'range',
      },
    };
    const rule = { AllowedOrigins: ['*'], AllowedMethods: ['GET'], AllowedHeaders: ['*'] };
    const publication = { Type: 'AWS::S3::Bucket', Properties: { CorsConfiguration: { CorsRules: [rule] } } };
    const [config, resources] = withPolicy();

    const without = await fetch(`${await start(config, resources)}/index.html`, preflight);
    const allowed = await fetch(
      `${await start(config, { ...resources, Publication: publication })}/index.html`,
      preflight,
    );

    expect(without.status).toBe(403);
    expect(allowed.status).toBe(200);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': '*',
      'access-control-max-age': '600',
    });
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(await start()).port);

    await expect(startMiniSite(s3.url, { port })).rejects.toMatchObject({
      code: 'port-in-use',
    });
  });
});

async function start(config: JsonObject = {}, resources: JsonObject = {}): Promise<string> {
  const site = await startMiniSite(s3.url, { config, resources });
  sites.push(site);
  return site.url;
}

function withPolicy(): [JsonObject, JsonObject] {
  const behaviour = {
    TargetOriginId: 'o',
    AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
    ResponseHeadersPolicyId: { Ref: 'Headers' },
  };
  const config = {
    Name: 'headers',
    CorsConfig: {
      AccessControlAllowCredentials: false,
      AccessControlAllowHeaders: { Items: ['*'] },
      AccessControlAllowMethods: { Items: ['GET', 'HEAD'] },
      AccessControlAllowOrigins: { Items: ['*'] },
      AccessControlExposeHeaders: { Items: ['Content-Range', 'ETag'] },
      AccessControlMaxAgeSec: 600,
      OriginOverride: true,
    },
    CustomHeadersConfig: { Items: [{ Header: 'X-Data', Value: 'open', Override: true }] },
    SecurityHeadersConfig: {
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'SAMEORIGIN', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 60, IncludeSubdomains: true, Override: true },
    },
  };
  const policy = {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: { ResponseHeadersPolicyConfig: config },
  };
  return [{ DefaultCacheBehavior: behaviour }, { Headers: policy }];
}

function bucketPolicy(): JsonObject {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: '*',
  };
  return {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: { Ref: 'Publication' }, PolicyDocument: { Statement: [statement] } },
  };
}

async function put(key: string, body: string, type: string, cache: string): Promise<void> {
  const client = new S3Client({
    endpoint: s3.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await client.send(
    new PutObjectCommand({
      Bucket: 'mini-publication',
      Key: key,
      Body: body,
      ContentType: type,
      CacheControl: cache,
    }),
  );
  client.destroy();
}
