import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { templateWith } from './support/templates.ts';

const isIntake = { NotificationConfiguration: Match.anyValue() };

test('keeps every version, encrypted, and lets nobody in from outside', () => {
  templateWith().hasResourceProperties('AWS::S3::Bucket', {
    ...isIntake,
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
});

test('sends its events to EventBridge by the property of its own, without a function of the library', () => {
  const template = templateWith();

  template.hasResourceProperties('AWS::S3::Bucket', {
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
  template.resourceCountIs('AWS::Lambda::Function', 3);
  template.resourcePropertiesCountIs('AWS::Lambda::Function', { Runtime: 'nodejs24.x' }, 3);
  expect(JSON.stringify(template.toJSON())).not.toContain('Custom::');
});

test('refuses plain HTTP', () => {
  templateWith().allResourcesProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Deny',
          Action: 's3:*',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ]),
    },
  });
});

test('clears abandoned parts after a week and reports after a year, and keeps superseded uploads', () => {
  templateWith().hasResourceProperties('AWS::S3::Bucket', {
    ...isIntake,
    LifecycleConfiguration: {
      Rules: [
        Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
        Match.objectLike({ Prefix: 'reports/', ExpirationInDays: 365 }),
      ],
    },
  });
});

test('lets the operator bound uploads and keep reports', () => {
  const template = templateWith({ intakeVersionsDays: 90, reportsDays: 'keep' });

  template.hasResourceProperties('AWS::S3::Bucket', {
    ...isIntake,
    LifecycleConfiguration: {
      Rules: [
        Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
        {
          Id: 'superseded-uploads',
          Prefix: 'uploads/',
          NoncurrentVersionExpiration: { NoncurrentDays: 90 },
          Status: 'Enabled',
        },
      ],
    },
  });
});
