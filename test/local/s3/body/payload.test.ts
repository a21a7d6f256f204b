import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeIn, type Stand, send, startStand } from '../support.ts';

const HELLO_CRC32 = 'NhCmhg==';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});

describe('what a request says about its body', () => {
  it.each([
    ['x-amz-checksum-crc32', 'AAAAAA==', 'BadDigest'],
    ['x-amz-checksum-crc32c', 'AAAAAA==', 'BadDigest'],
    ['x-amz-checksum-crc64nvme', 'AAAAAAAAAAA=', 'BadDigest'],
    ['x-amz-checksum-sha1', Buffer.alloc(20).toString('base64'), 'BadDigest'],
    ['x-amz-checksum-sha256', Buffer.alloc(32).toString('base64'), 'BadDigest'],
    ['x-amz-checksum-sha256', 'AAAA', 'InvalidRequest'],
    ['x-amz-checksum-xxhash3', 'AAAA', 'NotImplemented'],
    ['content-md5', Buffer.alloc(16).toString('base64'), 'BadDigest'],
    ['content-md5', 'AAAA', 'InvalidDigest'],
    ['x-amz-content-sha256', '0'.repeat(64), 'XAmzContentSHA256Mismatch'],
  ])('rejects a wrong %s (%s) with %s and keeps nothing', async (name, value, code) => {
    const answer = await send(
      stand.server,
      'PUT',
      '/plain/wrong',
      { [name]: value, 'content-length': '5' },
      'hello',
    );

    expect(codeIn(answer)).toBe(code);
    expect((await send(stand.server, 'GET', '/plain/wrong')).status).toBe(404);
    expect(leftovers()).toEqual([]);
  });

  it('takes every checksum that is right and gives it back when asked', async () => {
    for (const algorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const) {
      const name = { Bucket: 'plain', Key: `sum/${algorithm}` };
      if (algorithm === 'CRC64NVME') {
        const headers = { 'x-amz-checksum-crc64nvme': 'M3eFcAZSQlc=', 'content-length': '5' };
        expect((await send(stand.server, 'PUT', `/plain/${name.Key}`, headers, 'hello')).status).toBe(200);
      } else {
        await stand.client.send(
          new PutObjectCommand({ ...name, Body: 'hello', ChecksumAlgorithm: algorithm }),
        );
      }

      const asked = await stand.client.send(new HeadObjectCommand({ ...name, ChecksumMode: 'ENABLED' }));
      const unasked = await stand.client.send(new HeadObjectCommand(name));

      expect(asked.ChecksumType).toBe('FULL_OBJECT');
      expect(asked[`Checksum${algorithm}`]).toBeDefined();
      expect(unasked[`Checksum${algorithm}`]).toBeUndefined();
    }
  });

  it('takes a signed stream and leaves its framing out of the object', async () => {
    const headers = {
      'content-encoding': 'gzip,aws-chunked',
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': '5',
      'x-amz-trailer': 'x-amz-checksum-crc32',
    };
    const body = `3;chunk-signature=aa\r\nhel\r\n2;chunk-signature=bb\r\nlo\r\n0;chunk-signature=cc\r\nx-amz-checksum-crc32:${HELLO_CRC32}\r\nx-amz-trailer-signature:dd\r\n\r\n`;

    const stored = await send(stand.server, 'PUT', '/plain/signed', headers, body);
    const read = await send(stand.server, 'GET', '/plain/signed');

    expect(stored.headers['x-amz-checksum-crc32']).toBe(HELLO_CRC32);
    expect(read.body).toBe('hello');
    expect(read.headers['content-encoding']).toBe('gzip');
  });

  it.each([
    ['a trailer that does not match', 'x-amz-checksum-crc32:AAAAAA==\r\n', '5', 'BadDigest'],
    ['a trailer that was announced and not sent', '', '5', 'MalformedTrailerError'],
    ['another length than announced', `x-amz-checksum-crc32:${HELLO_CRC32}\r\n`, '6', 'IncompleteBody'],
  ])('rejects %s', async (_name, trailer, length, code) => {
    const headers = {
      'content-encoding': 'aws-chunked',
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': length,
      'x-amz-trailer': 'x-amz-checksum-crc32',
    };

    const answer = await send(
      stand.server,
      'PUT',
      '/plain/bad',
      headers,
      `5\r\nhello\r\n0\r\n${trailer}\r\n`,
    );

    expect(codeIn(answer)).toBe(code);
    expect(leftovers()).toEqual([]);
  });

  it('tells a client that streams without a length what S3 would tell it', async () => {
    const answer = await send(stand.server, 'PUT', '/plain/x', { 'transfer-encoding': 'chunked' }, 'hello');

    expect(codeIn(answer)).toBe('NotImplemented');
  });

  it('answers on the same connection after a body that was refused halfway', async () => {
    const body = Buffer.alloc(2_000_000, 'x');
    const headers = { 'content-encoding': 'aws-chunked', 'x-amz-decoded-content-length': '1' };

    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const refused = await send(stand.server, 'PUT', '/plain/bad', headers, body, agent);
    const next = await send(stand.server, 'GET', '/', {}, '', agent);
    agent.destroy();

    expect(codeIn(refused)).toBe('IncompleteBody');
    expect(next.status).toBe(200);
  });

  it('keeps the old object and no trace of the new one when a client goes away in the middle', async () => {
    const name = { Bucket: 'plain', Key: 'aborted' };
    await stand.client.send(new PutObjectCommand({ ...name, Body: 'old' }));

    await new Promise<void>((resolve) => {
      const socket = connect(stand.server.port, '127.0.0.1', () => {
        socket.write('PUT /plain/aborted HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\n');
        socket.write('x'.repeat(500_000), () => setTimeout(() => resolve(void socket.destroy()), 50));
      });
    });
    await expect.poll(leftovers).toEqual([]);

    const read = await stand.client.send(new GetObjectCommand(name));
    expect(await read.Body?.transformToString()).toBe('old');
  });

  it('verifies the sum of a list of deletions too', async () => {
    const body = '<Delete><Object><Key>a</Key></Object></Delete>';
    const md5 = createHash('md5').update('other').digest('base64');

    expect(codeIn(await send(stand.server, 'POST', '/plain?delete', { 'content-md5': md5 }, body))).toBe(
      'BadDigest',
    );
    expect(codeIn(await send(stand.server, 'POST', '/plain?delete', {}, body))).toBe('InvalidRequest');
  });

  it('refuses what is larger than S3 takes in one request before reading it', async () => {
    const headers = {
      'content-encoding': 'aws-chunked',
      'x-amz-decoded-content-length': String(6 * 1024 ** 3),
    };

    expect(codeIn(await send(stand.server, 'PUT', '/plain/huge', headers, '0\r\n\r\n'))).toBe(
      'EntityTooLarge',
    );
  });
});

function leftovers(): string[] {
  return ['tmp', 'pending'].flatMap((folder) => readdirSync(join(stand.root, 'plain', folder)));
}
