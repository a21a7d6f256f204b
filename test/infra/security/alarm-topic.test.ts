import { Match } from 'aws-cdk-lib/assertions';
import { test } from 'vitest';
import { templateWith } from '../support/templates.ts';

test('alarms of this account may publish: a policy of its own has taken the place of the one that lets them by default', () => {
  templateWith().hasResourceProperties('AWS::SNS::TopicPolicy', {
    Topics: [{ Ref: Match.stringLikeRegexp('^WatchAlarms') }],
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
});
