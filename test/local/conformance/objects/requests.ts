import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  PutObjectCommand,
  type PutObjectCommandInput,
  type PutObjectCommandOutput,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { Place } from '../behaviour.ts';

type Condition = Pick<PutObjectCommandInput, 'IfMatch' | 'IfNoneMatch'>;

/** Puts an object of the behaviour's own. */
export function put(
  { s3, bucket, own }: Place,
  name: string,
  text: string,
  more: Partial<PutObjectCommandInput> = {},
): Promise<PutObjectCommandOutput> {
  return s3.send(new PutObjectCommand({ Bucket: bucket, Key: own + name, Body: text, ...more }));
}

/** Opens an object of the behaviour's own. */
export function get(
  { s3, bucket, own }: Place,
  name: string,
  more: { readonly Range?: string; readonly VersionId?: string | undefined } = {},
): Promise<GetObjectCommandOutput> {
  return s3.send(new GetObjectCommand({ Bucket: bucket, Key: own + name, ...more }));
}

/** Puts a delete marker on an object of the behaviour's own. */
export async function remove({ s3, bucket, own }: Place, name: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: own + name }));
}

/** The text of an object. */
export async function textOf({ Body: body }: GetObjectCommandOutput): Promise<string> {
  return Buffer.from((await body?.transformToByteArray()) ?? []).toString('utf8');
}

/** An upload in parts that was begun. */
export interface Begun {
  readonly id: string | undefined;
  /** Uploads a part and gives what completes it. */
  part(number: number, body: string): Promise<{ PartNumber: number; ETag: string }>;
  complete(parts: readonly { PartNumber: number; ETag: string }[], condition?: Condition): Promise<unknown>;
}

/** Begins an upload in parts. */
export async function begin({ s3, bucket, own }: Place, name: string): Promise<Begun> {
  const place = { Bucket: bucket, Key: own + name };
  const { UploadId: id } = await s3.send(new CreateMultipartUploadCommand(place));
  return {
    id,
    async part(number, body) {
      const command = new UploadPartCommand({ ...place, UploadId: id, PartNumber: number, Body: body });
      const { ETag = '' } = await s3.send(command);
      return { PartNumber: number, ETag };
    },
    complete: (parts, condition = {}) =>
      s3.send(
        new CompleteMultipartUploadCommand({
          ...place,
          UploadId: id,
          MultipartUpload: { Parts: [...parts] },
          ...condition,
        }),
      ),
  };
}
