import { Match } from 'aws-cdk-lib/assertions';
import { test } from 'vitest';
import { templateWith } from './support/templates.ts';

test('is one table with text keys, paid by request, recoverable to any second; nothing in it expires', () => {
  const template = templateWith();

  template.resourceCountIs('AWS::DynamoDB::Table', 1);
  template.hasResourceProperties('AWS::DynamoDB::Table', {
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    TimeToLiveSpecification: Match.absent(),
  });
});

test('cannot be deleted by default', () => {
  templateWith().hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain',
    Properties: { DeletionProtectionEnabled: true },
  });
});

test('goes with the stack when the operator says so', () => {
  templateWith({ removalPolicy: 'destroy' }).hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Delete',
    Properties: { DeletionProtectionEnabled: false },
  });
});
