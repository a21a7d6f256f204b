import type {
  CompleteMultipartUploadCommandInput,
  CreateMultipartUploadCommandInput,
  PutObjectCommandInput,
  UploadPartCommandInput,
} from '@aws-sdk/client-s3';

/** An object that is written in parts, and not there before it is complete. */
export interface PartialObject {
  readonly begun: CreateMultipartUploadCommandInput;
  readonly parts: ReadonlyMap<number, Uint8Array>;
}

/** The uploads in parts that are under way, by their id. */
export type PartialObjects = Map<string, PartialObject>;

/** Begins an upload in parts. Ids are numbered by what was ever begun, so that the same calls get the same ids. */
export function beginParts(uploads: PartialObjects, begun: CreateMultipartUploadCommandInput): object {
  const UploadId = `parts-${uploads.size + 1}`;
  uploads.set(UploadId, { begun, parts: new Map() });
  return { UploadId, Bucket: begun.Bucket, Key: begun.Key };
}

/** Takes a part; the same number again replaces it. */
export function takePart(uploads: PartialObjects, input: UploadPartCommandInput, bytes: Uint8Array): object {
  const { UploadId: id = '', PartNumber: number = 0 } = input;
  const { begun, parts } = found(uploads, id);
  uploads.set(id, { begun, parts: new Map(parts).set(number, bytes) });
  return { ETag: `"${id}-${number}"` };
}

/** What is put when the parts are completed: a whole object, under the conditions of the completion. */
export function completedObject(
  uploads: PartialObjects,
  input: CompleteMultipartUploadCommandInput,
): PutObjectCommandInput {
  const { begun, parts } = found(uploads, input.UploadId ?? '');
  const numbers = (input.MultipartUpload?.Parts ?? []).map(({ PartNumber: number = 0 }) => number);
  const body = numbers.map((number) => {
    const part = parts.get(number);
    if (part === undefined) throw new RangeError(`part ${number} of ${begun.Key} was never put`);
    return part;
  });
  return {
    Bucket: begun.Bucket,
    Key: begun.Key,
    ContentType: begun.ContentType,
    CacheControl: begun.CacheControl,
    IfNoneMatch: input.IfNoneMatch,
    IfMatch: input.IfMatch,
    Body: Buffer.concat(body),
  };
}

function found(uploads: PartialObjects, id: string): PartialObject {
  const upload = uploads.get(id);
  if (upload) return upload;
  throw new RangeError(`there is no upload in parts ${id}`);
}
