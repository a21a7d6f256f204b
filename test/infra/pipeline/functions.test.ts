import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import project from '../../../package.json' with { type: 'json' };
import { isRecord, only } from '../support/reading.ts';
import { templateWith } from '../support/templates.ts';

const stages = ['validate', 'allocate', 'publish'] as const;

/** The statements of a stage's role as `action@resource`, the resource by its kind and what follows its ARN. */
function rightsOf(template: Template, stage: string): string[] {
  const lambda = only(template, 'AWS::Lambda::Function', { Description: `Sailau: ${stage}` });
  const role = lambda.Role;
  const roleId = isRecord(role) && Array.isArray(role['Fn::GetAtt']) ? role['Fn::GetAtt'][0] : undefined;
  const policy = only(template, 'AWS::IAM::Policy', { Roles: [{ Ref: roleId }] });
  const document = policy.PolicyDocument;
  const statements: unknown[] =
    isRecord(document) && Array.isArray(document.Statement) ? document.Statement : [];
  return statements
    .filter(isRecord)
    .flatMap(({ Effect, Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((resource) => `${Effect} ${action} ${place(resource)}`)),
    );
}

function place(resource: unknown): string {
  const text = JSON.stringify(resource);
  const id = /"Fn::GetAtt":\["([A-Za-z]+?)[0-9A-F]{8}","Arn"\]/.exec(text)?.[1];
  const rest = /\},"([^"]*)"\]\]/.exec(text)?.[1] ?? '';
  return id === undefined ? text : `${id}${rest}`;
}

const table = (...actions: string[]) => actions.map((action) => `Allow dynamodb:${action} RecordsTable`);

const logs = (stage: string) => [
  `Allow logs:CreateLogStream Functions${stage}Logs`,
  `Allow logs:PutLogEvents Functions${stage}Logs`,
];

const tracing = ['Allow xray:PutTelemetryRecords "*"', 'Allow xray:PutTraceSegments "*"'];

describe('rights', () => {
  test('validate reads versions of uploads, writes reports, reads and adds records', () => {
    expect(rightsOf(templateWith(), 'validate')).toEqual([
      ...logs('Validate'),
      ...table('BatchWriteItem', 'GetItem', 'PutItem', 'Query'),
      'Allow s3:ListBucket IntakeBucket',
      'Allow s3:GetObjectVersion IntakeBucket/uploads/*',
      'Allow s3:AbortMultipartUpload IntakeBucket/reports/*',
      'Allow s3:PutObject IntakeBucket/reports/*',
      ...tracing,
    ]);
  });

  test('validate reads the tag of an upload where uploads are scanned', () => {
    expect(rightsOf(templateWith({ malwareScan: 'guardduty' }), 'validate')).toContain(
      'Allow s3:GetObjectVersionTagging IntakeBucket/uploads/*',
    );
  });

  test('allocate reads and adds records, and appends to no ledger', () => {
    expect(rightsOf(templateWith(), 'allocate')).toEqual([
      ...logs('Allocate'),
      ...table('BatchWriteItem', 'GetItem', 'Query'),
      ...tracing,
    ]);
  });

  test('publish reads records and appends to ledgers, and lists, reads and writes what the store publishes', () => {
    const published = [
      'elections/*',
      'keys/*',
      'assets/*',
      'minisign.pub',
      'catalog.json',
      'catalog.jsonld',
      'feed.json',
      'feed.xml',
      'openapi.json',
      'index.html',
      'index.kk.html',
      'index.ru.html',
    ];
    expect(rightsOf(templateWith(), 'publish').sort()).toEqual(
      [
        ...logs('Publish'),
        ...table('GetItem', 'PutItem', 'Query'),
        'Allow s3:ListBucket PublicationBucket',
        ...['AbortMultipartUpload', 'GetObject', 'PutObject'].flatMap((action) =>
          published.map((name) => `Allow s3:${action} PublicationBucket/${name}`),
        ),
        'Allow kms:GetPublicKey SigningKey',
        'Allow kms:Sign SigningKey',
        ...tracing,
      ].sort(),
    );
  });

  test('come from no managed policy', () => {
    templateWith().allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });
});

test.each(stages)('%s runs on Node 24 on arm64, is traced, and logs JSON to its own group', (stage) => {
  templateWith().hasResourceProperties('AWS::Lambda::Function', {
    Description: `Sailau: ${stage}`,
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    TracingConfig: { Mode: 'Active' },
    LoggingConfig: {
      LogFormat: 'JSON',
      LogGroup: { Ref: Match.stringLikeRegexp(`${stage}Logs`.replace(/^./, '.')) },
    },
  });
});

test('every function knows its places, its version and the public address', () => {
  templateWith().allResourcesProperties('AWS::Lambda::Function', {
    Environment: {
      Variables: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: 'Sailau',
        CODE_VERSION: project.version,
        INTAKE_BUCKET: { Ref: Match.stringLikeRegexp('^IntakeBucket') },
        RECORDS_TABLE: { Ref: Match.stringLikeRegexp('^RecordsTable') },
        PUBLICATION_BUCKET: { Ref: Match.stringLikeRegexp('^PublicationBucket') },
        PUBLIC_URL: {
          'Fn::Join': [
            '',
            ['https://', { 'Fn::GetAtt': [Match.stringLikeRegexp('Distribution'), 'DomainName'] }],
          ],
        },
      },
    },
  });
});

test('takes memory, timeout, concurrency and log retention from the settings', () => {
  const template = templateWith({
    validateMemory: 3008,
    validateTimeout: 60,
    allocateMemory: 256,
    publishTimeout: 90,
    validateConcurrency: 8,
    allocateConcurrency: 2,
    publishConcurrency: 3,
    logRetentionDays: 30,
  });

  const like = (stage: string, properties: object) =>
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: `Sailau: ${stage}`,
      ...properties,
    });
  like('validate', { MemorySize: 3008, Timeout: 60, ReservedConcurrentExecutions: 8 });
  like('allocate', { MemorySize: 256, Timeout: 300, ReservedConcurrentExecutions: 2 });
  like('publish', { MemorySize: 1769, Timeout: 90, ReservedConcurrentExecutions: 3 });
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
});

test('reserves no concurrency unless told to', () => {
  templateWith().allResourcesProperties('AWS::Lambda::Function', {
    ReservedConcurrentExecutions: Match.absent(),
  });
});
