import {
  CreateBucketCommand,
  GetBucketLocationCommand,
  GetObjectAclCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutObjectCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { startObjectServer } from '../../../local/s3/server.ts';
import { codeIn, createClient, errorOf, type Stand, send, startStand, temporaryFolder } from './support.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
  await send(stand.server, 'PUT', '/plain/page.csv', { 'content-length': '5' }, 'hello');
});

describe('buckets', () => {
  it('are made once, listed and found', async () => {
    await stand.client.send(new CreateBucketCommand({ Bucket: 'made-here' }));
    await stand.server.createBucket('made-here', { versioned: false });

    const { Buckets } = await stand.client.send(new ListBucketsCommand({}));

    expect(Buckets?.map((bucket) => bucket.Name)).toEqual(['kept', 'made-here', 'plain']);
    const again = new CreateBucketCommand({ Bucket: 'made-here' });
    expect(await errorOf(stand.client.send(again))).toEqual({ code: 'BucketAlreadyOwnedByYou', status: 409 });
    expect(await stand.client.send(new HeadBucketCommand({ Bucket: 'plain' }))).toMatchObject({
      BucketRegion: 'us-east-1',
    });
    expect((await errorOf(stand.client.send(new HeadBucketCommand({ Bucket: 'missing' })))).status).toBe(404);
    expect(
      (await stand.client.send(new GetBucketLocationCommand({ Bucket: 'plain' }))).LocationConstraint,
    ).toBeUndefined();
  });

  it.each(['ab', 'UPPER', '.sequencer', '..', 'a..b', '192.168.0.1', 'x/../y'])(
    'cannot be named %s',
    async (name) => {
      const answer = await send(stand.server, 'PUT', `/${encodeURIComponent(name)}`);

      expect(codeIn(answer)).toBe('InvalidBucketName');
    },
  );

  it('are safe from being made twice at once', async () => {
    const makers = Array.from({ length: 5 }, () => stand.server.createBucket('at-once', { versioned: true }));

    await Promise.all(makers);

    await stand.client.send(new PutObjectCommand({ Bucket: 'at-once', Key: 'a', Body: 'x' }));
  });
});

describe('the door', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'plain.localhost', '127.0.0.1@evil'])(
    'stays shut for the host "%s"',
    async (host) => {
      const answer = await send(stand.server, 'GET', '/plain/page.csv', { host });

      expect(answer.status).toBe(403);
    },
  );

  it.each(['localhost', 'LOCALHOST:9000', '127.0.0.1:1', '[::1]:80'])(
    'opens for the host %s',
    async (host) => {
      expect((await send(stand.server, 'GET', '/plain/page.csv', { host })).body).toBe('hello');
    },
  );

  it('lets a web page read ranges, and nothing else', async () => {
    const origin = 'https://explorer.example';
    const ask = (method: string) => ({
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'range',
    });

    const read = await send(stand.server, 'GET', '/plain/page.csv', { origin, range: 'bytes=1-2' });
    const preflight = await send(stand.server, 'OPTIONS', '/plain/page.csv', ask('GET'));
    const list = '<Delete><Object><Key>page.csv</Key></Object></Delete>';
    const deletion = await send(stand.server, 'POST', '/plain?delete', { origin, 'content-md5': 'x' }, list);

    expect(read).toMatchObject({ status: 206, body: 'el', headers: { 'access-control-allow-origin': '*' } });
    expect(read.headers['access-control-expose-headers']).toContain('Content-Range');
    expect(preflight).toMatchObject({ status: 200, headers: { 'access-control-allow-headers': 'range' } });
    expect((await send(stand.server, 'OPTIONS', '/plain/page.csv', ask('PUT'))).status).toBe(403);
    expect(codeIn(deletion)).toBe('AccessForbidden');
  });

  it('asks nobody who they are: presigned URLs are read as they come', async () => {
    const query = '?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a&X-Amz-Signature=00&X-Amz-Expires=1';

    expect((await send(stand.server, 'GET', `/plain/page.csv${query}`)).body).toBe('hello');
  });
});

describe('errors', () => {
  it('name the operation that is not there', async () => {
    const acl = new GetObjectAclCommand({ Bucket: 'plain', Key: 'page.csv' });
    const copy = { Bucket: 'plain', Key: 'x', CopySource: 'plain/page.csv', UploadId: 'u', PartNumber: 1 };

    await expect(stand.client.send(acl)).rejects.toThrow('GetObjectAcl is not implemented');
    await expect(stand.client.send(new UploadPartCopyCommand(copy))).rejects.toThrow(
      'UploadPartCopy is not implemented',
    );
    expect((await send(stand.server, 'PUT', '/plain?versioning')).body).toContain(
      'PutBucketVersioning is not',
    );
    expect((await send(stand.server, 'DELETE', '/plain')).body).toContain('DeleteBucket is not');
    expect((await send(stand.server, 'GET', '/plain?uploads')).body).toContain('ListMultipartUploads is not');
    expect((await send(stand.server, 'GET', '/plain/page.csv?acl')).status).toBe(501);
  });

  it('are XML with the code, and hold nothing that a key could inject', async () => {
    const answer = await send(stand.server, 'GET', '/missing/<script>&');

    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/xml');
    expect(codeIn(answer)).toBe('NoSuchBucket');
    expect(answer.body).toContain('<Resource>/missing/&lt;script&gt;&amp;</Resource>');
  });

  it.each([
    '',
    '<Delete>',
    '<Delete></Delete>',
    '<Delete><Object></Object></Delete>',
    '<Delete><Object><Key>a</Key></Object></Delete><x/>',
    '<!DOCTYPE d [<!ENTITY e "e">]><Delete><Object><Key>&e;</Key></Object></Delete>',
    '<Delete><Object><Key>&undefined;</Key></Object></Delete>',
    `${'<Delete>'.repeat(20)}${'</Delete>'.repeat(20)}`,
    `<Delete>${'<Object><Key>a</Key></Object>'.repeat(1001)}</Delete>`,
  ])('answer a malformed list of deletions %#', async (body) => {
    const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', 'x-amz-checksum-algorithm': 'CRC32' };

    expect(codeIn(await send(stand.server, 'POST', '/plain?delete', headers, body))).toBe('MalformedXML');
  });
});

describe('an event that nobody takes', () => {
  it('fails the request, keeps the object, and comes again when the client tries again', async () => {
    let attempts = 0;
    const server = await startObjectServer({
      root: await temporaryFolder(),
      port: 0,
      onObjectCreated: () => {
        attempts++;
        if (attempts === 1) throw new Error('the pipeline is not there yet');
      },
    });
    await server.createBucket('intake', { versioned: true });
    const client = createClient(server.url, { maxAttempts: 2 });

    await client.send(new PutObjectCommand({ Bucket: 'intake', Key: 'a', Body: 'x' }));

    expect(attempts).toBe(2);
    client.destroy();
    await server.stop();
  });
});

describe('startObjectServer', () => {
  it('rejects a port that is taken and a root whose path is too long', async () => {
    const root = await temporaryFolder();

    await expect(startObjectServer({ root, port: stand.server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await expect(startObjectServer({ root: `${root}/${'x'.repeat(800)}`, port: 0 })).rejects.toThrow(
      'too long',
    );
  });
});
