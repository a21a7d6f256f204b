/** A limit of AWS, as it is for a new account unless another is asked for. */
export interface Limit {
  readonly value: number;
  readonly unit: string;
  /** Where it was read (November 2026); null where it could not be looked up and is from memory. */
  readonly source: string | null;
}

const lambda = 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html';
const states = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html';
const table = 'https://repost.aws/knowledge-center/on-demand-table-throttling-dynamodb';
const batch = 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html';
const parts = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html';

/** What the plan is held against. */
export const limits = {
  lambdaSeconds: { value: 900, unit: 's', source: lambda },
  lambdaMemory: { value: 1769, unit: 'MB', source: 'docs/settings.md; a Lambda can have 10,240' },
  concurrency: { value: 1000, unit: 'Lambdas', source: lambda },
  partitionWrites: { value: 1000, unit: 'units a second', source: table },
  partitionReads: { value: 3000, unit: 'units a second', source: table },
  newTableWrites: { value: 4000, unit: 'units a second', source: table },
  item: { value: 400 * 1024, unit: 'bytes', source: batch },
  batchItems: { value: 25, unit: 'items', source: batch },
  batchBytes: { value: 16_000_000, unit: 'bytes', source: batch },
  payload: { value: 262_144, unit: 'bytes', source: states },
  started: { value: 800, unit: 'executions at once, then 150 a second', source: null },
  parts: { value: 10_000, unit: 'parts', source: parts },
} as const satisfies Readonly<Record<string, Limit>>;
