import { dollarsOf } from '../facts/prices.ts';
import { byStage, stages } from '../measure/meter.ts';
import { sumOf, type Usage } from '../measure/usage.ts';
import { sizes } from './measured.ts';
import type { Night } from './night.ts';
import { rehearse } from './rehearsal.ts';
import type { Shape } from './shape.ts';

/** The memory of each stage's Lambda, in GB (infra/settings/settings.ts). */
const memory = { ...byStage(() => 1769 / 1024), allocate: 1 };

// A line of a Lambda's platform log and ours; the state machine logs errors alone.
const logBytes = 1_000;

/** The bill of an election: days before, night, and a month of keeping and publishing it, in dollars. */
export interface Bill {
  readonly lambda: number;
  readonly dynamodb: number;
  readonly s3: number;
  readonly stepFunctions: number;
  readonly others: number;
  /** What the public reads. */
  readonly cloudfront: number;
  /** What is kept, for a month. */
  readonly storage: number;
  readonly total: number;
}

/** Everything that is asked for: before the night (definition and registers) and in it. */
export function allUsage(shape: Shape, night: Night): Usage {
  const { definition, register, idle } = rehearse(shape.stations, shape.files, []);
  return sumOf([definition, register, idle, ...stages.map((stage) => night.usage[stage])]);
}

/** GB-seconds of the night, by the memory that each Lambda has. */
export function gigabyteSeconds(night: Night): number {
  return stages.reduce((sum, stage) => sum + night.seconds[stage] * memory[stage], 0);
}

/** Bytes that lie in the table and in the buckets when the night is over: every batch and every release that was made stays. */
export function kept(shape: Shape, usage: Usage): { readonly table: number; readonly buckets: number } {
  const uploads = shape.stations * (sizes.registerRow + sizes.resultsRow * shape.versions);
  return { table: usage.itemBytes, buckets: usage.s3BytesIn + uploads };
}

/** What it all costs. */
export function billOf(shape: Shape, night: Night): Bill {
  const usage = allUsage(shape, night);
  const uploads = 1 + shape.files * (1 + shape.versions);
  const { table, buckets } = kept(shape, usage);
  const { invocations, writeUnits, readUnits, s3Writes, s3Reads, kms } = usage;
  const parts = {
    lambda: dollarsOf({ lambdaTime: gigabyteSeconds(night), invocations }),
    dynamodb: dollarsOf({ writeUnits, readUnits }),
    s3: dollarsOf({ s3Writes: s3Writes + uploads, s3Reads }),
    // Of the days before, five states an upload.
    stepFunctions: dollarsOf({ transitions: night.transitions + 5 * (1 + shape.files) }),
    others: dollarsOf({ kms, key: 1, events: uploads + s3Writes, logs: invocations * logBytes }),
    cloudfront: dollarsOf({ publicBytes: shape.publicBytes, publicRequests: shape.publicRequests }),
    storage: dollarsOf({ tableStorage: table, recovery: table, s3Storage: buckets }),
  };
  return { ...parts, total: Object.values(parts).reduce((sum, one) => sum + one, 0) };
}
