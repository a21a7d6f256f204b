import { expect, test } from 'vitest';
import { isRecord } from './support/reading.ts';
import { templateWith } from './support/templates.ts';

const kept = ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::Logs::LogGroup', 'AWS::SQS::Queue'];

test.each([
  ['retain', 'Retain'],
  ['destroy', 'Delete'],
])('removal policy %s decides over buckets, table and logs', (removalPolicy, policy) => {
  const template = templateWith({ removalPolicy });

  for (const type of kept) {
    template.allResources(type, { DeletionPolicy: policy, UpdateReplacePolicy: policy });
  }
});

test('is plain: what it is made of is on this list', () => {
  const resources: unknown[] = Object.values(templateWith().toJSON().Resources ?? {});
  const types = new Set(resources.map((resource) => isRecord(resource) && resource.Type));

  expect([...types].sort()).toEqual([
    'AWS::CloudFront::Distribution',
    'AWS::CloudFront::OriginAccessControl',
    'AWS::CloudFront::ResponseHeadersPolicy',
    'AWS::CloudWatch::Alarm',
    'AWS::CloudWatch::Dashboard',
    'AWS::DynamoDB::Table',
    'AWS::Events::Rule',
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::KMS::Key',
    'AWS::Lambda::Function',
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
    'AWS::S3::BucketPolicy',
    'AWS::SNS::Topic',
    'AWS::SNS::TopicPolicy',
    'AWS::SQS::Queue',
    'AWS::SQS::QueuePolicy',
    'AWS::StepFunctions::StateMachine',
  ]);
});

test('tells the operator where everything is', () => {
  expect(Object.keys(templateWith().toJSON().Outputs ?? {})).toEqual([
    'IntakeBucketName',
    'RecordsTableName',
    'PublicationBucketName',
    'PublicUrl',
    'SigningKeyArn',
    'StateMachineArn',
    'FailureQueueUrl',
  ]);
});
