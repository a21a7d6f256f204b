import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { templateWith } from '../support/templates.ts';

const theLogs = { Ref: Match.stringLikeRegexp('^SecurityAccessLogsBucket') };
const intake = { NotificationConfiguration: Match.anyValue() };
const publication = { CorsConfiguration: Match.anyValue() };

test('requests to both buckets are logged in a third, for 90 days; those of readers are not', () => {
  const template = templateWith();

  for (const [bucket, prefix] of [
    [intake, 'intake/'],
    [publication, 'publication/'],
  ] as const)
    template.hasResourceProperties('AWS::S3::Bucket', {
      ...bucket,
      LoggingConfiguration: { DestinationBucketName: theLogs, LogFilePrefix: prefix },
    });
  template.hasResourceProperties('AWS::S3::Bucket', {
    LifecycleConfiguration: { Rules: [{ Id: 'old-logs', ExpirationInDays: 90, Status: 'Enabled' }] },
    LoggingConfiguration: Match.absent(),
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  });
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: { Logging: Match.absent() },
  });
});

test('"all" logs readers too, in a bucket that lets CloudFront write to it', () => {
  const template = templateWith({ accessLogs: 'all', accessLogsDays: 'keep' });

  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: { Logging: { Bucket: Match.anyValue(), Prefix: 'readers/' } },
  });
  template.hasResourceProperties('AWS::S3::Bucket', {
    LifecycleConfiguration: Match.absent(),
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
  });
});

test('"none" logs nothing, and makes no bucket', () => {
  const template = templateWith({ accessLogs: 'none' });

  template.resourceCountIs('AWS::S3::Bucket', 2);
  template.allResourcesProperties('AWS::S3::Bucket', { LoggingConfiguration: Match.absent() });
  expect(JSON.stringify(template.toJSON())).not.toContain('logging.s3.amazonaws.com');
});
