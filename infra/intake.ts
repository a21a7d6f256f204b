import { Duration } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  CfnBucket,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { removalOf } from './removal.ts';
import type { Security } from './security/security.ts';
import type { Settings } from './settings/settings.ts';

/** Where results files come in (`uploads/`) and the reports about them lie (`reports/`). */
export class Intake extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, settings: Settings, security: Security) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      ...security.encryption.bucket(),
      ...security.accessLogs.of('intake'),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: lifecycle(settings),
      removalPolicy: removalOf(settings),
    });
    security.accessLogs.explain(this.bucket);
    sendEventsToEventBridge(this.bucket);
  }
}

function lifecycle({ intakeVersionsDays, reportsDays }: Settings): LifecycleRule[] {
  const rules: LifecycleRule[] = [
    { id: 'abandoned-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
  ];
  if (intakeVersionsDays !== 'keep') {
    const noncurrentVersionExpiration = Duration.days(intakeVersionsDays);
    rules.push({ id: 'superseded-uploads', prefix: 'uploads/', noncurrentVersionExpiration });
  }
  if (reportsDays !== 'keep') {
    // In a versioned bucket an expired object leaves a version behind, which has to go too.
    const noncurrentVersionExpiration = Duration.days(1);
    const expiration = Duration.days(reportsDays);
    rules.push({ id: 'old-reports', prefix: 'reports/', expiration, noncurrentVersionExpiration });
  }
  return rules;
}

// The bucket's `eventBridgeEnabled` would deploy a Lambda of the library's own to set what CloudFormation can set itself.
function sendEventsToEventBridge(bucket: Bucket): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new TypeError('A bucket without its CloudFormation resource');
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
