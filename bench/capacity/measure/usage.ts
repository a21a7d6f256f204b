/** What one stage of the pipeline has asked of the services. Counts of requests, bytes and units; nothing of time. */
export interface Usage {
  /** Lambdas run. */
  invocations: number;
  /** Requests to DynamoDB by kind. */
  batchWrites: number;
  puts: number;
  gets: number;
  queries: number;
  /** Units as DynamoDB bills them. */
  writeUnits: number;
  readUnits: number;
  /** Items written, and the bytes of their names and values. */
  items: number;
  itemBytes: number;
  /** Requests to S3 that are billed as PUT, COPY, POST or LIST, and those as GET. */
  s3Writes: number;
  s3Reads: number;
  s3BytesIn: number;
  s3BytesOut: number;
  /** Signatures and public keys. */
  kms: number;
}

/** The names of what is counted, in the order of the tables. */
export const kinds = [
  'invocations',
  'batchWrites',
  'puts',
  'gets',
  'queries',
  'writeUnits',
  'readUnits',
  'items',
  'itemBytes',
  's3Writes',
  's3Reads',
  's3BytesIn',
  's3BytesOut',
  'kms',
] as const satisfies readonly (keyof Usage)[];

/** Nothing yet. */
export function noUsage(): Usage {
  return {
    invocations: 0,
    batchWrites: 0,
    puts: 0,
    gets: 0,
    queries: 0,
    writeUnits: 0,
    readUnits: 0,
    items: 0,
    itemBytes: 0,
    s3Writes: 0,
    s3Reads: 0,
    s3BytesIn: 0,
    s3BytesOut: 0,
    kms: 0,
  };
}

/** The sum of several. */
export function sumOf(usages: Iterable<Usage>): Usage {
  const sum = noUsage();
  for (const usage of usages) for (const kind of kinds) sum[kind] += usage[kind];
  return sum;
}
