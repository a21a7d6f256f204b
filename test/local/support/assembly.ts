import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../local/json.ts';

/** A stack to be written as the CDK would write it. */
export type StackDraft = {
  readonly resources: JsonObject;
  readonly outputs?: JsonObject;
  readonly conditions?: JsonObject;
  /** Sources of handlers (JavaScript modules), by the name that `code()` refers to. */
  readonly handlers?: Readonly<Record<string, string>>;
};

/** A new temporary folder. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sailau-local-'));
}

/** Writes a cloud assembly with one stack named `Mini` into a new temporary folder, and gives the folder. */
export async function writeAssembly({
  resources,
  outputs,
  conditions,
  handlers = {},
}: StackDraft): Promise<string> {
  const folder = await temporaryFolder();
  const files: JsonObject = {};
  for (const [name, source] of Object.entries(handlers)) {
    await mkdir(join(folder, `asset.${name}`));
    await writeFile(join(folder, `asset.${name}`, 'index.mjs'), source);
    files[name] = {
      source: { path: `asset.${name}`, packaging: 'zip' },
      destinations: { current: { bucketName: 'assets', objectKey: `${name}.zip` } },
    };
  }
  const template = { Resources: resources, Outputs: outputs ?? {}, Conditions: conditions ?? {} };
  await writeJson(folder, 'Mini.template.json', template);
  await writeJson(folder, 'Mini.assets.json', { version: '1', files });
  await writeJson(folder, 'manifest.json', {
    version: '1',
    artifacts: {
      'Mini.assets': { type: 'cdk:asset-manifest', properties: { file: 'Mini.assets.json' } },
      Mini: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'Mini.template.json' },
      },
    },
  });
  return folder;
}

/** A Lambda function's resource with the handler of that name. */
export function lambda(handler: string, properties: JsonObject = {}): JsonObject {
  const code = { S3Bucket: { 'Fn::Sub': `assets-\${AWS::AccountId}` }, S3Key: `${handler}.zip` };
  return {
    Type: 'AWS::Lambda::Function',
    Properties: { Runtime: 'nodejs24.x', Handler: 'index.handler', Code: code, Role: 'role', ...properties },
  };
}

/**
 * The resources of a small pipeline: one function `Work`, run for every upload and twice more while it waits for input;
 * what it throws otherwise is recorded in the table and queued.
 */
export function miniPipeline(environment: JsonObject = {}): JsonObject {
  return {
    Intake: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      },
    },
    Publication: { Type: 'AWS::S3::Bucket', Properties: {} },
    Records: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
      },
    },
    Failures: { Type: 'AWS::SQS::Queue', Properties: {} },
    Work: lambda('work', {
      Timeout: 20,
      Environment: {
        Variables: { TABLE: { Ref: 'Records' }, PUBLICATION: { Ref: 'Publication' }, ...environment },
      },
    }),
    Machine: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: { RoleArn: 'role', DefinitionString: { 'Fn::Join': ['', machineDefinition()] } },
    },
    Uploads: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail: { bucket: { name: [{ Ref: 'Intake' }] }, object: { key: [{ prefix: 'uploads/' }] } },
        },
        State: 'ENABLED',
        Targets: [
          {
            Id: 'Target0',
            Arn: { Ref: 'Machine' },
            RoleArn: 'role',
            DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['Failures', 'Arn'] } },
          },
        ],
      },
    },
    Site: distribution(),
  };
}

/** A distribution over the bucket `Publication`. */
export function distribution(config: JsonObject = {}): JsonObject {
  return {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        Origins: [{ Id: 'o', DomainName: { 'Fn::GetAtt': ['Publication', 'RegionalDomainName'] } }],
        DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'redirect-to-https' },
        ...config,
      },
    },
  };
}

function machineDefinition(): (string | JsonObject)[] {
  const arn = '@arn@';
  const table = '@table@';
  const queue = '@queue@';
  const text = JSON.stringify({
    StartAt: 'Work',
    States: {
      Work: {
        Type: 'Task',
        Resource: arn,
        Parameters: { 'event.$': '$' },
        ResultPath: '$.work',
        Retry: [{ ErrorEquals: ['WaitingForInput'], IntervalSeconds: 1, MaxAttempts: 2, MaxDelaySeconds: 1 }],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Record failure' }],
        End: true,
      },
      'Record failure': {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Parameters: {
          TableName: table,
          Item: {
            pk: { S: 'FAILURES' },
            sk: { 'S.$': '$$.Execution.Name' },
            key: { 'S.$': '$.detail.object.key' },
            versionId: { 'S.$': "$.detail.object['version-id']" },
            error: { 'S.$': '$.failure.Error' },
            cause: { 'S.$': '$.failure.Cause' },
            at: { 'S.$': '$$.State.EnteredTime' },
          },
        },
        ResultPath: null,
        Next: 'Queue failure',
      },
      'Queue failure': {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Parameters: {
          QueueUrl: queue,
          MessageBody: {
            'event.$': '$$.Execution.Input',
            'error.$': '$.failure.Error',
            'cause.$': '$.failure.Cause',
          },
        },
        ResultPath: null,
        Next: 'Failed',
      },
      Failed: { Type: 'Fail', ErrorPath: '$.failure.Error', CausePath: '$.failure.Cause' },
    },
  });
  const references = new Map<string, JsonObject>([
    [arn, { 'Fn::GetAtt': ['Work', 'Arn'] }],
    [table, { Ref: 'Records' }],
    [queue, { Ref: 'Failures' }],
  ]);
  return text.split(/(@arn@|@table@|@queue@)/).map((part) => references.get(part) ?? part);
}

async function writeJson(folder: string, name: string, value: unknown): Promise<void> {
  await writeFile(join(folder, name), JSON.stringify(value));
}
