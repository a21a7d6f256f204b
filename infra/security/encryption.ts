import { Annotations, Stack } from 'aws-cdk-lib';
import { TableEncryption, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BucketEncryption, type BucketProps } from 'aws-cdk-lib/aws-s3';
import { QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { removalOf } from '../removal.ts';
import type { Settings } from '../settings/settings.ts';

// What a service does with a key on behalf of whoever uses it.
const everyUse = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** What may be done with the key through a service, by whom that service serves. */
const throughService = {
  // A large object is put in parts, and S3 decrypts the parts to put them together.
  'read-s3': { service: 's3', actions: ['kms:Decrypt'] },
  'write-s3': { service: 's3', actions: ['kms:Decrypt', 'kms:GenerateDataKey'] },
  // What DynamoDB asks of whoever reads and writes a table under a key of the customer's (Developer Guide, "Encryption at rest").
  table: {
    service: 'dynamodb',
    actions: everyUse,
  },
} as const;

/** How everything that is stored is encrypted: with one key of the operator's own, or, without one, with keys of AWS. */
export class Encryption extends Construct {
  /** Given under the setting `encryption: kms`. */
  readonly key: Key | undefined;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    if (settings.encryption === 'managed') return;
    this.key = new Key(this, 'Key', {
      description: `${settings.stackName}: encrypts uploads, records, publication, logs and alarms`,
      enableKeyRotation: true,
      removalPolicy: removalOf(settings),
    });
    this.letLogsUse(this.key);
    Annotations.of(this).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:wildcardKeyPolicyForOac',
      'The distribution waits for the bucket and the bucket for the key, so the key cannot name the one: it lets distributions of this account decrypt.',
    );
  }

  /** How a bucket is encrypted. */
  bucket(): Pick<BucketProps, 'encryption' | 'encryptionKey' | 'bucketKeyEnabled'> {
    if (this.key === undefined) return { encryption: BucketEncryption.S3_MANAGED };
    // One call of KMS for many objects: a release has thousands of tiles and tables.
    return { encryption: BucketEncryption.KMS, encryptionKey: this.key, bucketKeyEnabled: true };
  }

  /** How a table is encrypted; without a key of one's own DynamoDB takes one that AWS owns. */
  table(): Pick<TableProps, 'encryption' | 'encryptionKey'> {
    if (this.key === undefined) return {};
    return { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.key };
  }

  /** How a queue is encrypted; without a key of one's own SQS takes one of its own. */
  queue(): Pick<QueueProps, 'encryption' | 'encryptionMasterKey'> {
    if (this.key === undefined) return { encryption: QueueEncryption.SQS_MANAGED };
    return { encryption: QueueEncryption.KMS, encryptionMasterKey: this.key };
  }

  /** How a log group is encrypted; without a key of one's own CloudWatch takes one that AWS owns. */
  logs(): { readonly encryptionKey?: Key } {
    return this.key === undefined ? {} : { encryptionKey: this.key };
  }

  /** The rights on the key that somebody needs who does this; none without a key. The key serves through that service alone. */
  rights(...doing: (keyof typeof throughService)[]): PolicyStatement[] {
    const { key } = this;
    if (key === undefined) return [];
    return doing.map((what) => {
      const { service, actions } = throughService[what];
      const through = `${service}.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
      return new PolicyStatement({
        actions: [...actions],
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': through } },
      });
    });
  }

  /** Lets a service of AWS send to what is encrypted with the key (a topic, a queue), for this account; without a key it may anyway. */
  letServiceSend(service: string): void {
    this.key?.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(service)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  // CloudWatch Logs names the group in the encryption context; only those of this stack's account and region may come.
  private letLogsUse(key: Key): void {
    const { partition, region, account } = Stack.of(this);
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: everyUse,
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*`,
          },
        },
      }),
    );
  }
}
