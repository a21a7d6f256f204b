import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mediaTypeOf } from '../../../functions/store/objects.ts';
import { startObjectServer } from '../../../local/s3/server.ts';
import { temporaryFolder } from './assembly.ts';
import { startMiniSite } from './site.ts';

/** Published files on the local site. */
export interface PublishedSite {
  /** With a slash at the end. */
  readonly url: string;
  /** Puts other bytes in the place of a file; null takes it away. */
  put(path: string, bytes: Uint8Array | string | null): Promise<void>;
  stop(): Promise<void>;
}

/** Serves published files, by their paths from the root, as the local environment does: from its bucket, over HTTP; what is missing is 404. */
export async function servePublished(files: ReadonlyMap<string, Uint8Array>): Promise<PublishedSite> {
  const s3 = await startObjectServer({ root: join(await temporaryFolder(), 's3'), port: 0 });
  await s3.createBucket('mini-publication', { versioned: true });
  const client = new S3Client({
    endpoint: s3.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const put = async (path: string, bytes: Uint8Array | string | null) => {
    const place = { Bucket: 'mini-publication', Key: path };
    if (bytes === null) await client.send(new DeleteObjectCommand(place));
    else await client.send(new PutObjectCommand({ ...place, Body: bytes, ContentType: mediaTypeOf(path) }));
  };
  for (const [path, bytes] of files) await put(path, bytes);
  const site = await startMiniSite(s3.url, {
    config: { DefaultRootObject: 'index.html' },
    resources: { Policy: mayList },
  });
  return {
    url: `${site.url}/`,
    put,
    async stop() {
      client.destroy();
      await site.stop();
      await s3.stop();
    },
  };
}

const mayList = {
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: { Ref: 'Publication' },
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: '*',
        },
      ],
    },
  },
};
