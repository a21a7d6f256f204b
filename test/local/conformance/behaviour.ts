import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';

/** A server of all services, empty but for what is named here. */
export interface Place {
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBClient;
  readonly kms: KMSClient;
  readonly sqs: SQSClient;
  /** A bucket that keeps versions, as both of the stack do. */
  readonly bucket: string;
  /** A table with the keys `pk` and `sk`, texts both. */
  readonly table: string;
  /** A key `ECC_NIST_EDWARDS25519` for signatures; null where the server has none. */
  readonly key: string | null;
  /** Makes a standard queue with nothing in it, and gives its address. */
  readonly openQueue: () => Promise<string>;
  /** Begins every key of an object and every partition that a behaviour uses, and no other behaviour's. */
  readonly own: string;
}

/** What was seen of a server, in words that can be compared and written down. */
export type Seen = string | number | boolean | null | readonly Seen[] | { readonly [name: string]: Seen };

/** Something that AWS documents and the pipeline relies on. */
export interface Behaviour {
  readonly name: string;
  /** The page of AWS that says so. */
  readonly source: string;
  readonly see: (place: Place) => Promise<Seen>;
  /** What is seen of AWS. */
  readonly expected: Seen;
}

/** What came of a request: what `look` makes of the reply, or the status and name of the error that the SDK throws. */
export async function outcome<Reply>(
  request: Promise<Reply>,
  look: (reply: Reply) => Seen | Promise<Seen> = () => 'done',
): Promise<Seen> {
  try {
    return await look(await request);
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? `${metadata.httpStatusCode} `
      : '';
  return `${status}${error.name}`;
}
