import { asWhole } from '../../json.ts';
import { at, checkProperties, property, type Resource } from '../properties.ts';

/** A queue to be kept on disk. */
export type QueuePlan = {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** After how many seconds a message that nobody has deleted is gone. */
  readonly retentionSeconds: number;
};

const KNOWN = {
  acted: ['QueueName', 'MessageRetentionPeriod'],
  noEffect: ['KmsMasterKeyId', 'SqsManagedSseEnabled', 'Tags'],
} as const;

// Four days (AWS::SQS::Queue, MessageRetentionPeriod).
const DEFAULT_RETENTION_SECONDS = 345_600;

/** Reads an `AWS::SQS::Queue`. Throws `template-unsupported` for all but a standard queue that is read by hand. */
export function readQueue(resource: Resource): QueuePlan {
  checkProperties(resource, KNOWN);
  const { logicalId, name, arn } = resource;
  const retention = property(resource, 'MessageRetentionPeriod') ?? DEFAULT_RETENTION_SECONDS;
  return {
    logicalId,
    name,
    arn,
    retentionSeconds: asWhole(retention, at(resource, 'MessageRetentionPeriod')),
  };
}
