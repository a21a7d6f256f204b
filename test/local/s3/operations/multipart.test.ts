import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as s3 from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorOf, type Stand, someBytes, startStand } from '../support.ts';

const MIB = 1024 ** 2;
const WHOLE = someBytes(5 * MIB);

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});

const begin = async (Key: string, more = {}) => {
  const created = await stand.client.send(
    new s3.CreateMultipartUploadCommand({ Bucket: 'kept', Key, ...more }),
  );
  return { Bucket: 'kept', Key, UploadId: created.UploadId };
};
type Begun = Awaited<ReturnType<typeof begin>>;

const part = async (upload: Begun, PartNumber: number, Body: Buffer | string): Promise<s3.CompletedPart> => {
  const { ETag, ChecksumCRC32 } = await stand.client.send(
    new s3.UploadPartCommand({ ...upload, PartNumber, Body }),
  );
  return { PartNumber, ...(ETag ? { ETag } : {}), ...(ChecksumCRC32 ? { ChecksumCRC32 } : {}) };
};
const complete = (upload: Begun, Parts: s3.CompletedPart[], more = {}) =>
  stand.client.send(
    new s3.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...more }),
  );

describe('multipart uploads', () => {
  it('take 70 MiB from the SDK in parts and give them back', async () => {
    const Body = Buffer.concat(Array.from({ length: 14 }, () => WHOLE));
    const params = { Bucket: 'kept', Key: 'large.bin', Body, Metadata: { a: 'b' }, ContentType: 'text/csv' };

    const done = await new Upload({ client: stand.client, params, partSize: 8 * MIB }).done();
    const read = await stand.client.send(new s3.GetObjectCommand({ Bucket: 'kept', Key: 'large.bin' }));

    const hash = createHash('sha256');
    for (const bytes of [await read.Body?.transformToByteArray()]) hash.update(bytes ?? '');
    expect(hash.digest('hex')).toBe(createHash('sha256').update(Body).digest('hex'));
    expect(done.ETag).toMatch(/-9"$/);
    expect(read).toMatchObject({ Metadata: { a: 'b' }, ContentType: 'text/csv', VersionId: done.VersionId });
    expect(stand.events.at(-1)).toMatchObject({
      key: 'large.bin',
      size: 70 * MIB,
      reason: 'CompleteMultipartUpload',
    });
    expect(uploads()).toEqual([]);
  });

  it('put together the parts that are listed, the last one sent of each number', async () => {
    const upload = await begin('parts', { ChecksumAlgorithm: 'CRC32' });
    const first = await part(upload, 1, WHOLE);
    await part(upload, 3, 'replaced');
    const third = await part(upload, 3, 'third');
    await part(upload, 7, 'not listed');

    const listed = await stand.client.send(new s3.ListPartsCommand({ ...upload, MaxParts: 2 }));
    const rest = await stand.client.send(
      new s3.ListPartsCommand({ ...upload, PartNumberMarker: listed.NextPartNumberMarker }),
    );
    await complete(upload, [first, third]);

    expect(listed.Parts?.map((entry) => [entry.PartNumber, entry.Size])).toEqual([
      [1, WHOLE.length],
      [3, 5],
    ]);
    expect(rest.Parts?.map((entry) => entry.PartNumber)).toEqual([7]);
    const head = await stand.client.send(
      new s3.HeadObjectCommand({ Bucket: 'kept', Key: 'parts', ChecksumMode: 'ENABLED' }),
    );
    expect(head.ContentLength).toBe(WHOLE.length + 5);
    expect(head.ChecksumType).toBe('COMPOSITE');
    expect(head.ChecksumCRC32).toMatch(/-2$/);
  });

  it('verify a checksum of the whole object', async () => {
    const upload = await begin('whole', { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    const parts = [await part(upload, 1, 'hello')];
    const checksum = (ChecksumCRC32: string) => ({ ChecksumType: 'FULL_OBJECT', ChecksumCRC32 });

    expect(await errorOf(complete(upload, parts, checksum('AAAAAA==')))).toMatchObject({ code: 'BadDigest' });
    expect(await complete(upload, parts, checksum('NhCmhg=='))).toMatchObject({ ChecksumCRC32: 'NhCmhg==' });
  });

  it('reject a list that does not fit the parts, and stay open', async () => {
    const upload = await begin('listed', { ChecksumAlgorithm: 'CRC32' });
    const small = await part(upload, 1, 'small');
    const last = await part(upload, 2, 'last');
    const code = async (parts: s3.CompletedPart[]) => (await errorOf(complete(upload, parts))).code;

    expect(await code([small, last])).toBe('EntityTooSmall');
    expect(await code([last, small])).toBe('InvalidPartOrder');
    expect(await code([{ ...small, ETag: '"0123"' }])).toBe('InvalidPart');
    expect(await code([{ ...small, ChecksumCRC32: 'AAAAAA==' }])).toBe('InvalidPart');
    expect(await code([{ PartNumber: 9, ETag: small.ETag ?? '' }])).toBe('InvalidPart');
    expect(await code([{ PartNumber: 1, ETag: small.ETag ?? '' }])).toBe('InvalidRequest');
    expect(await code([])).toBe('MalformedXML');
    expect((await errorOf(part(upload, 0, 'x'))).code).toBe('InvalidArgument');
    await complete(upload, [small]);
  });

  it('honour conditions when they are completed', async () => {
    const [one, two] = [await begin('once'), await begin('once')];
    const parts = [[await part(one, 1, 'one')], [await part(two, 1, 'two')]];

    const results = await Promise.allSettled([
      complete(one, parts[0] ?? [], { IfNoneMatch: '*' }),
      complete(two, parts[1] ?? [], { IfNoneMatch: '*' }),
    ]);

    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const rejected = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.name] : []));
    expect(rejected).toEqual(['PreconditionFailed']);
  });

  it('leave nothing when they are aborted, and are unknown from then on', async () => {
    const upload = await begin('aborted');
    const sent = await part(upload, 1, 'x');
    const before = uploads().length;

    await stand.client.send(new s3.AbortMultipartUploadCommand(upload));

    expect(uploads()).toHaveLength(before - 1);
    const later = [
      () => complete(upload, [sent]),
      () => part(upload, 2, 'x'),
      () => stand.client.send(new s3.ListPartsCommand(upload)),
    ];
    for (const operation of later) {
      expect(await errorOf(operation())).toEqual({ code: 'NoSuchUpload', status: 404 });
    }
    const outside = { ...upload, UploadId: '../meta' };
    expect((await errorOf(part(outside, 1, 'x'))).code).toBe('NoSuchUpload');
    const other = await begin('other');
    expect((await errorOf(part({ ...other, Key: 'another' }, 1, 'x'))).code).toBe('NoSuchUpload');
  });

  it('go on after a restart', async () => {
    const upload = await begin('restarted');
    const first = await part(upload, 1, WHOLE);
    await stand.server.stop();
    stand = await startStand({ root: stand.root });

    const second = await part(upload, 2, 'second');
    await complete(upload, [first, second]);

    const head = await stand.client.send(new s3.HeadObjectCommand({ Bucket: 'kept', Key: 'restarted' }));
    expect(head.ContentLength).toBe(WHOLE.length + 6);
  });
});

function uploads(): string[] {
  return readdirSync(join(stand.root, 'kept/uploads'));
}
