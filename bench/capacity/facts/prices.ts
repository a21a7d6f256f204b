/** A price of the list, in dollars, without any free tier, of the first tier, in eu-central-1. */
export interface Price {
  readonly dollars: number;
  /** So many for that price. */
  readonly per: number;
  readonly unit: string;
  /** Where it was read, and when it was published there; null where it could not be looked up and is from memory. */
  readonly source: string | null;
}

const dynamodb = 'AWS Price List AmazonDynamoDB eu-central-1, as quoted on 2026-09-11';
const lambda = 'AWS Price List AWSLambda eu-central-1, as quoted on 2026-09-11';
const s3 = 'AWS Price List AmazonS3 eu-central-1, published 2026-08-31';
const cloudfront = 'AWS Price List AmazonCloudFront, Europe, published 2026-08-31';
const secondHand = 'quoted alike by several others for other regions; the price list itself was not read';

/** What the plan is reckoned with. */
export const prices = {
  writeUnits: { dollars: 0.7625, per: 1e6, unit: 'write request units', source: dynamodb },
  readUnits: { dollars: 0.1525, per: 1e6, unit: 'read request units', source: dynamodb },
  tableStorage: { dollars: 0.306, per: 1e9, unit: 'bytes of the table a month', source: dynamodb },
  recovery: { dollars: 0.2448, per: 1e9, unit: 'bytes of point-in-time recovery a month', source: dynamodb },
  lambdaTime: { dollars: 0.0000133334, per: 1, unit: 'GB-seconds (arm64)', source: lambda },
  invocations: { dollars: 0.2, per: 1e6, unit: 'Lambda requests', source: lambda },
  logs: { dollars: 0.63, per: 1e9, unit: 'bytes of logs', source: 'AWS Price List, as quoted on 2026-09-11' },
  s3Writes: { dollars: 0.0054, per: 1e3, unit: 'PUT, COPY, POST, LIST requests', source: s3 },
  s3Reads: { dollars: 0.0043, per: 1e4, unit: 'GET requests', source: s3 },
  s3Storage: { dollars: 0.0245, per: 1e9, unit: 'bytes of S3 a month', source: s3 },
  publicBytes: { dollars: 0.085, per: 1e9, unit: 'bytes from CloudFront', source: cloudfront },
  publicRequests: { dollars: 0.012, per: 1e4, unit: 'HTTPS requests to CloudFront', source: cloudfront },
  transitions: { dollars: 0.025, per: 1e3, unit: 'state transitions', source: secondHand },
  events: { dollars: 1, per: 1e6, unit: 'events of S3 over EventBridge', source: null },
  kms: { dollars: 0.15, per: 1e4, unit: 'KMS requests (asymmetric keys)', source: secondHand },
  key: { dollars: 1, per: 1, unit: 'key of KMS a month', source: secondHand },
} as const satisfies Readonly<Record<string, Price>>;

/** What something costs. */
export function dollarsOf(amounts: Readonly<Partial<Record<keyof typeof prices, number>>>): number {
  let sum = 0;
  for (const [name, { dollars, per }] of Object.entries(prices)) {
    const amount = Object.entries(amounts).find(([key]) => key === name)?.[1] ?? 0;
    sum += (amount / per) * dollars;
  }
  return sum;
}
