import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { only } from '../support/reading.ts';
import { templateWith } from '../support/templates.ts';

test('is one queue, encrypted, that keeps a message for as long as SQS can', () => {
  const template = templateWith();

  expect(only(template, 'AWS::SQS::Queue')).toEqual({
    MessageRetentionPeriod: 14 * 24 * 3600,
    SqsManagedSseEnabled: true,
  });
});

test('takes nothing over an unencrypted connection, and of services only what the rule could not deliver', () => {
  templateWith().hasResourceProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sqs:SendMessage',
          Principal: { Service: 'events.amazonaws.com' },
          Condition: {
            ArnEquals: {
              'aws:SourceArn': { 'Fn::GetAtt': [Match.stringLikeRegexp('^PipelineUploads'), 'Arn'] },
            },
          },
        }),
      ],
    },
  });
});
