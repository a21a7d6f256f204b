import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Intake } from '../intake.ts';
import type { Records } from '../records.ts';
import { removalOf } from '../removal.ts';
import { acknowledge, wildcard } from '../security/acknowledge.ts';
import type { Security } from '../security/security.ts';
import type { Settings } from '../settings/settings.ts';
import type { Failures } from './failures.ts';
import type { Functions } from './functions.ts';
import { flow } from './states.ts';

/** What the pipeline is made of. */
export interface PipelineProps {
  readonly settings: Settings;
  readonly intake: Intake;
  readonly records: Records;
  readonly functions: Functions;
  readonly failures: Failures;
  readonly security: Security;
}

/** The state machine that takes one upload to its release, and the rule that starts it for every upload. */
export class Pipeline extends Construct {
  readonly machine: StateMachine;
  readonly rule: Rule;

  constructor(scope: Construct, id: string, props: PipelineProps) {
    super(scope, id);
    const { settings, intake, failures, security } = props;
    const destination = new LogGroup(this, 'Logs', {
      ...security.encryption.logs(),
      retention: settings.logRetentionDays,
      removalPolicy: removalOf(settings),
    });
    this.machine = new StateMachine(this, 'StateMachine', {
      comment: 'One uploaded file: check it, compute the seats, publish a release',
      definitionBody: DefinitionBody.fromChainable(flow(this, props)),
      stateMachineType: StateMachineType.STANDARD,
      timeout: Duration.hours(2),
      tracingEnabled: true,
      logs: { destination, level: LogLevel.ERROR, includeExecutionData: true },
    });
    this.explain(props.functions, security.encryption.key !== undefined);
    for (const right of security.encryption.rights('table')) this.machine.addToRolePolicy(right);
    this.rule = new Rule(this, 'Uploads', {
      description: 'A file was put under uploads/',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [intake.bucket.bucketName] }, object: { key: [{ prefix: 'uploads/' }] } },
      },
      targets: [
        new SfnStateMachine(this.machine, {
          retryAttempts: 185,
          maxEventAge: Duration.hours(24),
          deadLetterQueue: failures.queue,
        }),
      ],
    });
  }

  private explain({ validate, allocate, publish }: Functions, underKey: boolean): void {
    const versions = 'The versions and aliases of one function, which has none.';
    acknowledge(this.machine, {
      [wildcard(validate, ':*')]: versions,
      [wildcard(allocate, ':*')]: versions,
      [wildcard(publish, ':*')]: versions,
      'IAM5[Resource::*]':
        'The actions that deliver the logs of a state machine, and those that send a trace, know no resource.',
      SF1: 'Step Functions itself keeps every event of an execution for 90 days; the log keeps what went wrong.',
    });
    if (underKey)
      acknowledge(this.machine, {
        'IAM5[Action::kms:GenerateDataKey*]':
          'Whoever sends to a queue under a key needs both actions that begin so, of this one key.',
      });
  }
}
