import { join, resolve } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as Lambda, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import project from '../../package.json' with { type: 'json' };
import { bundle } from '../bundle.ts';
import { removalOf } from '../removal.ts';
import { acknowledge } from '../security/acknowledge.ts';
import { grantRights, type Places } from '../security/rights.ts';

/** The stages that run in a Lambda, in the order the data flows. */
export type Stage = 'validate' | 'allocate' | 'publish';

/** Source file of each stage's handler. */
export type Entries = Readonly<Record<Stage, string>>;

const folder = resolve(import.meta.dirname, '..', '..', 'functions');

/** The handlers of this repository. */
export const handlerEntries: Entries = {
  validate: join(folder, 'validate', 'handler.ts'),
  allocate: join(folder, 'allocate', 'handler.ts'),
  publish: join(folder, 'publish', 'handler.ts'),
};

/** What the functions are made from, and the places they read and write. */
export interface FunctionsProps extends Places {
  readonly entries: Entries;
}

/** The three Lambdas, each with the rights its stage needs and no other. */
export class Functions extends Construct {
  readonly validate: Lambda;
  readonly allocate: Lambda;
  readonly publish: Lambda;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.validate = stageFunction(this, 'validate', props);
    this.allocate = stageFunction(this, 'allocate', props);
    this.publish = stageFunction(this, 'publish', props);
    if (props.settings.malwareScan !== undefined)
      this.validate.addEnvironment('MALWARE_SCAN', props.settings.malwareScan);
    this.publish.addEnvironment('SIGNING_KEY', props.signing.key.keyArn);
    this.publish.addEnvironment('LOG_NAME', props.signing.logName);
  }
}

function stageFunction(scope: Construct, stage: Stage, props: FunctionsProps): Lambda {
  const { settings, entries, intake, records, publication, security } = props;
  const name = `${stage[0]?.toUpperCase()}${stage.slice(1)}`;
  const logGroup = new LogGroup(scope, `${name}Logs`, {
    ...security.encryption.logs(),
    retention: settings.logRetentionDays,
    removalPolicy: removalOf(settings),
  });
  // A role of our own: the managed policy that the library attaches by default may write to every log group.
  const role = new Role(scope, `${name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  grantRights(role, stage, props);
  acknowledge(role, { 'IAM5[Resource::*]': 'The actions that send a trace to X-Ray know no resource.' });
  const concurrency = settings[`${stage}Concurrency`];
  return new Lambda(scope, name, {
    description: `Sailau: ${stage}`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: bundle(entries[stage], stage === 'publish' ? 'explorer' : null),
    handler: 'index.handler',
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    memorySize: settings[`${stage}Memory`],
    timeout: Duration.seconds(settings[`${stage}Timeout`]),
    tracing: Tracing.ACTIVE,
    ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
    environment: {
      NODE_OPTIONS: '--enable-source-maps',
      // The name that logs and metrics carry (functions/telemetry).
      POWERTOOLS_SERVICE_NAME: settings.stackName,
      CODE_VERSION: project.version,
      INTAKE_BUCKET: intake.bucket.bucketName,
      RECORDS_TABLE: records.table.tableName,
      PUBLICATION_BUCKET: publication.bucket.bucketName,
      PUBLIC_URL: publication.url,
    },
  });
}
