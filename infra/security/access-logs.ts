import { Duration } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { removalOf } from '../removal.ts';
import type { Settings } from '../settings/settings.ts';
import { acknowledge } from './acknowledge.ts';

/** Where requests are logged: a bucket of its own, or none. */
export class AccessLogs extends Construct {
  /** Not given under the setting `accessLogs: none`. */
  readonly bucket: Bucket | undefined;
  /** The same bucket where requests of readers at CloudFront are logged too. */
  readonly ofReaders: Bucket | undefined;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    if (settings.accessLogs === 'none') return;
    const readersToo = settings.accessLogs === 'all';
    this.bucket = new Bucket(this, 'Bucket', {
      // S3 delivers logs only to a bucket under its own keys (User Guide, "Logging requests with server access logging").
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // CloudFront delivers its logs by an access control list, S3 by the policy of the bucket.
      objectOwnership: readersToo
        ? ObjectOwnership.BUCKET_OWNER_PREFERRED
        : ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      ...(settings.accessLogsDays !== 'keep' && {
        lifecycleRules: [{ id: 'old-logs', expiration: Duration.days(settings.accessLogsDays) }],
      }),
      removalPolicy: removalOf(settings),
    });
    if (readersToo) this.ofReaders = this.bucket;
  }

  /** How a bucket logs requests, under a prefix of its own. */
  of(
    bucket: 'intake' | 'publication',
  ): Pick<BucketProps, 'serverAccessLogsBucket' | 'serverAccessLogsPrefix'> {
    if (this.bucket === undefined) return {};
    return { serverAccessLogsBucket: this.bucket, serverAccessLogsPrefix: `${bucket}/` };
  }

  /** Says of a bucket why its requests are not logged, where they are not. */
  explain(bucket: Bucket): void {
    if (this.bucket !== undefined) return;
    acknowledge(bucket, { S1: 'The operator has set accessLogs to "none": requests are not logged.' });
  }
}
