import { Duration } from 'aws-cdk-lib';
import { type BucketProps, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Settings } from '../settings/settings.ts';

/**
 * How the publication bucket is locked: by the default of the bucket, not object by object. S3 then locks whatever is put there, by
 * whomever, and takes the date from its own clock; no function needs a right to set retention, and none can leave it out. Pointers are
 * locked version by version: a new version is put over the old one, which stays and shows what the pointer said.
 *
 * That a bucket can be locked at all is the same under every setting, since CloudFormation replaces the bucket when `ObjectLockEnabled` changes, and
 * the site would lead to an empty one. The setting decides the default alone, which changes in place; without a default S3 locks nothing.
 */
export function objectLock({
  objectLock: mode,
  objectLockDays,
}: Settings): Pick<BucketProps, 'objectLockEnabled' | 'objectLockDefaultRetention'> {
  if (mode === 'none') return { objectLockEnabled: true };
  const days = Duration.days(objectLockDays);
  const retention =
    mode === 'compliance' ? ObjectLockRetention.compliance(days) : ObjectLockRetention.governance(days);
  return { objectLockEnabled: true, objectLockDefaultRetention: retention };
}
