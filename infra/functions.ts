import { join, resolve } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as Lambda, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import project from '../package.json' with { type: 'json' };
import { bundle } from './bundle.ts';
import type { Intake } from './intake.ts';
import type { Publication } from './publication.ts';
import type { Records } from './records.ts';
import type { Settings } from './settings/settings.ts';
import type { Signing } from './signing.ts';

/** The stages that run in a Lambda, in the order the data flows. */
export type Stage = 'validate' | 'allocate' | 'publish';

/** Source file of each stage's handler. */
export type Entries = Readonly<Record<Stage, string>>;

const folder = resolve(import.meta.dirname, '..', 'functions');

/** The handlers of this repository. */
export const handlerEntries: Entries = {
  validate: join(folder, 'validate', 'handler.ts'),
  allocate: join(folder, 'allocate', 'handler.ts'),
  publish: join(folder, 'publish', 'handler.ts'),
};

/** What the functions are made from, and the places they read and write. */
export interface FunctionsProps {
  readonly settings: Settings;
  readonly entries: Entries;
  readonly intake: Intake;
  readonly records: Records;
  readonly publication: Publication;
  readonly signing: Signing;
}

/** The three Lambdas, each with the rights its stage needs and no other. */
export class Functions extends Construct {
  readonly validate: Lambda;
  readonly allocate: Lambda;
  readonly publish: Lambda;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    const intake = props.intake.bucket;
    const publication = props.publication.bucket;
    const table = allow(props.records.table.tableArn, tableActions);

    this.validate = stageFunction(this, 'validate', props, [
      table,
      // Without the right to list, S3 answers 403 for an upload that is gone, and it looks like a fault of ours.
      allow(intake.bucketArn, ['s3:ListBucket']),
      allow(intake.arnForObjects('uploads/*'), ['s3:GetObject', 's3:GetObjectVersion']),
      allow(intake.arnForObjects('reports/*'), writeActions),
    ]);
    this.allocate = stageFunction(this, 'allocate', props, [table]);
    this.publish = stageFunction(this, 'publish', props, [
      table,
      allow(publication.bucketArn, ['s3:ListBucket']),
      allow(publication.arnForObjects('*'), ['s3:GetObject', ...writeActions]),
      allow(props.signing.key.keyArn, ['kms:GetPublicKey', 'kms:Sign']),
    ]);
    this.publish.addEnvironment('SIGNING_KEY', props.signing.key.keyArn);
    this.publish.addEnvironment('LOG_NAME', props.signing.logName);
  }
}

// No update, and no delete but what the right of batch writes brings with it: what is written stays as it is.
const tableActions = ['dynamodb:BatchWriteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'];

// A large object is put in parts; aborting clears the parts of a failed attempt.
const writeActions = ['s3:PutObject', 's3:AbortMultipartUpload'];

function allow(resource: string, actions: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources: [resource] });
}

function stageFunction(
  scope: Construct,
  stage: Stage,
  props: FunctionsProps,
  rights: PolicyStatement[],
): Lambda {
  const { settings, entries, intake, records, publication } = props;
  const name = `${stage[0]?.toUpperCase()}${stage.slice(1)}`;
  const logGroup = new LogGroup(scope, `${name}Logs`, {
    retention: settings.logRetentionDays,
    removalPolicy: settings.removalPolicy === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  // A role of our own: the managed policy that the library attaches by default may write to every log group.
  const role = new Role(scope, `${name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  for (const right of rights) role.addToPolicy(right);
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
    ...(settings.maxConcurrency !== undefined && { reservedConcurrentExecutions: settings.maxConcurrency }),
    environment: {
      NODE_OPTIONS: '--enable-source-maps',
      CODE_VERSION: project.version,
      INTAKE_BUCKET: intake.bucket.bucketName,
      RECORDS_TABLE: records.table.tableName,
      PUBLICATION_BUCKET: publication.bucket.bucketName,
      PUBLIC_URL: publication.url,
    },
  });
}
