import type { Usage } from '../measure/usage.ts';
import { cpu } from './measured.ts';

/** Assumed, since nobody has run it in AWS: seconds that a request takes, and how many are under way at once. */
export const assumed = {
  /** DynamoDB promises single-digit milliseconds for small items. */
  get: 0.005,
  /** A page of a query, up to a megabyte. */
  query: 0.01,
  /** functions/validate/current/ahead.ts reads so many headers or rolls at once. */
  readsAtOnce: 16,
  /** functions/allocate/handler.ts asks for all at once, over as many connections as the SDK opens. */
  connections: 50,
  batchWrite: 0.01,
  /** functions/store/aws/table.ts writes so many batches at once. */
  batchesAtOnce: 8,
  /** functions/publish/log/writer.ts writes so many files at once. */
  logAtOnce: 16,
  s3Read: 0.015,
  s3Write: 0.025,
  kms: 0.02,
  /** A processor of a Lambda with 1,769 MB beside the one that was measured on (docs/benchmarks.md). */
  processor: 1,
} as const;

/** Seconds of a check that reads the rolls of so many stations. */
export function checkSeconds(usage: Usage, registerStations: number): number {
  const work = cpu.validate + usage.items * cpu.written + registerStations * cpu.named;
  return (work + asking(usage)) * assumed.processor + waiting(usage, assumed.readsAtOnce);
}

/** Seconds of a check that is made again in the same run. */
export function againSeconds(usage: Usage): number {
  return cpu.again * assumed.processor + waiting(usage);
}

/** Seconds of a computation of the seats. */
export function allocateSeconds(usage: Usage): number {
  return (cpu.allocate + asking(usage)) * assumed.processor + waiting(usage, assumed.connections);
}

/** Seconds of a release with so many stations, of which so many protocols go into the log, whose files are written many at once. */
export function publishSeconds(usage: Usage, stations: number, changed: number): number {
  const logged = 2 * Math.ceil(changed / 256);
  const work = cpu.publish + stations * cpu.published;
  const others = { ...usage, s3Writes: usage.s3Writes - logged };
  return work * assumed.processor + waiting(others) + (logged / assumed.logAtOnce) * assumed.s3Write;
}

/** Seconds of a publisher that finds its revision published. */
export function coveredSeconds(usage: Usage): number {
  return cpu.covered * assumed.processor + waiting(usage);
}

/** What the processor has to do for reads that are made at once, and that does not hide behind the waiting. */
function asking({ gets, queries }: Usage): number {
  return (gets + queries) * cpu.asked;
}

/** One request after the other, but for the batches, and for reads where they are made at once. */
function waiting(usage: Usage, readsAtOnce = 1): number {
  return (
    (usage.gets / readsAtOnce + usage.puts) * assumed.get +
    (usage.queries / readsAtOnce) * assumed.query +
    (usage.batchWrites / assumed.batchesAtOnce) * assumed.batchWrite +
    usage.s3Reads * assumed.s3Read +
    usage.s3Writes * assumed.s3Write +
    usage.kms * assumed.kms
  );
}
