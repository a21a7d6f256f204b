import { LocalError } from '../errors.ts';
import type { StackPlan } from './plan.ts';
import type { BucketPlan } from './resources/bucket.ts';
import type { DistributionPlan } from './resources/distribution.ts';
import type { TablePlan } from './resources/table.ts';

/** The parts of the stack that have a name of their own here: the embedded stack runs one of each. */
export type Principals = {
  /** The bucket whose events start the pipeline. */
  readonly intake: BucketPlan;
  /** The bucket behind the site. */
  readonly publication: BucketPlan;
  readonly table: TablePlan;
  readonly distribution: DistributionPlan;
};

/** Finds them by what they do, not by what they are called. Throws `template-unsupported` where there is none or more than one. */
export function choosePrincipals(plan: StackPlan): Principals {
  const distribution = only(plan.distributions, 'AWS::CloudFront::Distribution');
  return {
    distribution,
    intake: only(
      plan.buckets.filter(({ notifies }) => notifies),
      'AWS::S3::Bucket that sends its events to EventBridge',
    ),
    publication: only(
      plan.buckets.filter(({ name }) => name === distribution.bucket),
      'AWS::S3::Bucket behind the distribution',
    ),
    table: only(plan.tables, 'AWS::DynamoDB::Table'),
  };
}

function only<T extends { readonly logicalId: string }>(found: readonly T[], what: string): T {
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return first;
  const ids = found.map(({ logicalId }) => logicalId).join(', ') || 'none';
  throw new LocalError(
    'template-unsupported',
    `This machine runs a stack with exactly one ${what}; the template has: ${ids}. Change infra/, or teach local/ to run several.`,
  );
}
