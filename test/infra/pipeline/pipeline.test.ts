import { Match } from 'aws-cdk-lib/assertions';
import { test } from 'vitest';
import { templateWith } from '../support/templates.ts';

test('is a standard state machine that logs its errors', () => {
  templateWith().hasResourceProperties('AWS::StepFunctions::StateMachine', {
    StateMachineType: 'STANDARD',
    LoggingConfiguration: {
      Level: 'ERROR',
      IncludeExecutionData: true,
      Destinations: [
        {
          CloudWatchLogsLogGroup: {
            LogGroupArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^PipelineLogs'), 'Arn'] },
          },
        },
      ],
    },
  });
});

test('starts for every object that is created under uploads/ of the intake, and for nothing else', () => {
  const template = templateWith();

  template.resourceCountIs('AWS::Events::Rule', 1);
  template.hasResourceProperties('AWS::Events::Rule', {
    State: 'ENABLED',
    EventPattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: {
        bucket: { name: [{ Ref: Match.stringLikeRegexp('^IntakeBucket') }] },
        object: { key: [{ prefix: 'uploads/' }] },
      },
    },
  });
});

test('hands the whole event over, tries for a day, and then sets it aside', () => {
  templateWith().hasResourceProperties('AWS::Events::Rule', {
    Targets: [
      {
        Id: 'Target0',
        Arn: { Ref: Match.stringLikeRegexp('^PipelineStateMachine') },
        RoleArn: Match.anyValue(),
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^FailuresQueue'), 'Arn'] } },
        RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        Input: Match.absent(),
        InputPath: Match.absent(),
        InputTransformer: Match.absent(),
      },
    ],
  });
});

test('may add to the records and to the queue, and only the rule may start it', () => {
  const template = templateWith();

  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyName: Match.stringLikeRegexp('^PipelineStateMachineRole'),
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Action: 'dynamodb:PutItem', Effect: 'Allow' }),
        Match.objectLike({ Action: 'sqs:SendMessage', Effect: 'Allow' }),
      ]),
    },
  });
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        {
          Action: 'states:StartExecution',
          Effect: 'Allow',
          Resource: { Ref: Match.stringLikeRegexp('^PipelineStateMachine') },
        },
      ],
    },
  });
});
