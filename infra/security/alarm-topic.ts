import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Settings } from '../settings/settings.ts';
import type { Encryption } from './encryption.ts';

/** The topic that carries the alarms: over TLS alone, from the alarms of this account alone, under the operator's key if there is one. */
export function alarmTopic(scope: Construct, settings: Settings, encryption: Encryption): Topic {
  const topic = new Topic(scope, 'Alarms', {
    displayName: `${settings.stackName} alarms`,
    enforceSSL: true,
    ...(encryption.key !== undefined && { masterKey: encryption.key }),
  });
  // A policy of a topic's own takes the place of the one that lets the account publish: without this no alarm would get through.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  encryption.letServiceSend('cloudwatch.amazonaws.com');
  return topic;
}
