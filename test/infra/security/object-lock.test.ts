import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { readSettings } from '../../../infra/settings/settings.ts';
import { only } from '../support/reading.ts';
import { templateWith } from '../support/templates.ts';

const publication = { CorsConfiguration: Match.anyValue() };
const intake = { NotificationConfiguration: Match.anyValue() };

test.each([
  ['governance', 'GOVERNANCE'],
  ['compliance', 'COMPLIANCE'],
])('%s locks every version in the publication bucket, and nothing in the intake', (objectLock, mode) => {
  const template = templateWith({ objectLock, objectLockDays: 30 });

  template.hasResourceProperties('AWS::S3::Bucket', {
    ...publication,
    VersioningConfiguration: { Status: 'Enabled' },
    ObjectLockEnabled: true,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: mode, Days: 30 } },
    },
  });
  template.hasResourceProperties('AWS::S3::Bucket', { ...intake, ObjectLockEnabled: Match.absent() });
});

test('nothing is locked unless asked for: the bucket has no default retention', () => {
  const { ObjectLockConfiguration } = only(templateWith(), 'AWS::S3::Bucket', publication);

  expect(ObjectLockConfiguration).toBeUndefined();
});

test('the setting changes the default of the bucket and nothing that CloudFormation replaces a bucket for', () => {
  const buckets = ['none', 'governance', 'compliance'].map((objectLock) => {
    const template = templateWith({ objectLock, objectLockDays: 30 });
    const { ObjectLockConfiguration, ...rest } = only(template, 'AWS::S3::Bucket', publication);
    const ids = Object.keys(template.findResources('AWS::S3::Bucket', { Properties: publication }));
    return { ids, rest };
  });

  expect(buckets[0]?.rest).toMatchObject({ ObjectLockEnabled: true });
  expect(buckets[1]).toEqual(buckets[0]);
  expect(buckets[2]).toEqual(buckets[0]);
});

test('no role may take a lock away, or pass it by', () => {
  const template = JSON.stringify(templateWith({ objectLock: 'governance', objectLockDays: 30 }).toJSON());

  expect(template).not.toMatch(
    /BypassGovernanceRetention|PutObjectRetention|PutObjectLegalHold|DeleteObjectVersion"/,
  );
});

test('a stack that is to be destroyed cannot be locked', () => {
  expect(() => readSettings({ objectLock: 'compliance', removalPolicy: 'destroy' })).toThrow(
    /"removalPolicy" is "destroy" and "objectLock" is "compliance".*Set "removalPolicy" to "retain"/,
  );
});
