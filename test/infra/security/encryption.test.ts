import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { accountOf, allows } from '../support/iam.ts';
import { isRecord, only } from '../support/reading.ts';
import { templateWith } from '../support/templates.ts';

const theKey = { 'Fn::GetAtt': [Match.stringLikeRegexp('^SecurityEncryptionKey'), 'Arn'] };

/** Every resource of a type, by its logical id without the hash. */
function all(type: string, settings: Readonly<Record<string, unknown>>): [string, unknown][] {
  const found: [string, unknown][] = Object.entries(templateWith(settings).findResources(type));
  return found.map(([id, resource]) => [id.replace(/[0-9A-F]{8}$/, ''), resource]);
}

describe('with keys of AWS', () => {
  test('every bucket is encrypted, and there is no key but the one that signs', () => {
    templateWith().allResourcesProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    templateWith().resourceCountIs('AWS::KMS::Key', 1);
  });
});

describe('with a key of the operator', () => {
  const settings = { encryption: 'kms' };
  const template = () => templateWith(settings);

  test('it is symmetric, and replaced every year', () => {
    template().hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true, KeySpec: Match.absent() });
  });

  test('uploads and releases are under it, and the logs of access, which S3 could not deliver, are not', () => {
    const algorithms = all('AWS::S3::Bucket', settings).map(([id, bucket]) => [
      id,
      /"SSEAlgorithm":"([^"]+)"/.exec(JSON.stringify(bucket))?.[1],
    ]);

    expect(Object.fromEntries(algorithms)).toEqual({
      IntakeBucket: 'aws:kms',
      PublicationBucket: 'aws:kms',
      SecurityAccessLogsBucket: 'AES256',
    });
  });

  test('so are records, all logs and the alarms', () => {
    template().hasResourceProperties('AWS::DynamoDB::Table', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: theKey },
    });
    template().allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: theKey });
    template().hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: Match.objectLike({ 'Fn::GetAtt': theKey['Fn::GetAtt'] }),
    });
  });

  test('distributions of this account decrypt with it, logs of this account encrypt, alarms and dead letters are sent: nothing else of AWS', () => {
    const policy = JSON.stringify(only(template(), 'AWS::KMS::Key', { EnableKeyRotation: true }).KeyPolicy);
    const services = [...policy.matchAll(/"([a-z]+)\.(?:amazonaws\.com"|",\{"Ref":"AWS::Region"\})/g)].map(
      (match) => match[1],
    );

    expect(services.sort()).toEqual(['cloudfront', 'cloudwatch', 'events', 'logs']);
    expect(policy).toContain('"AWS:SourceArn"');
    expect(policy).toContain('"kms:EncryptionContext:aws:logs:arn"');
    expect(policy).toContain('"aws:SourceAccount"');
  });

  test('a function uses it through S3 and DynamoDB alone', () => {
    const account = accountOf(template());
    const resource = account.resource('SecurityEncryptionKey').arn;
    const decrypt = (context?: Record<string, string>) =>
      allows(account.role('FunctionsAllocateRole'), {
        action: 'kms:Decrypt',
        resource,
        ...(context !== undefined && { context }),
      });

    expect(decrypt({ 'kms:ViaService': 'dynamodb.us-east-1.amazonaws.com' })).toBe(true);
    expect(decrypt({ 'kms:ViaService': 's3.us-east-1.amazonaws.com' })).toBe(false);
    expect(decrypt()).toBe(false);
  });

  test('the state machine, which records failures, may use it for the table', () => {
    const account = accountOf(template());

    expect(
      allows(account.role('PipelineStateMachineRole'), {
        action: 'kms:GenerateDataKey',
        resource: account.resource('SecurityEncryptionKey').arn,
        context: { 'kms:ViaService': 'dynamodb.us-east-1.amazonaws.com' },
      }),
    ).toBe(true);
  });
});

describe.each([{}, { encryption: 'kms', accessLogs: 'all' }])('in transit, with %j', (settings) => {
  test('every bucket refuses what does not come over TLS', () => {
    const buckets = all('AWS::S3::Bucket', settings).map(([id]) => id);
    const account = accountOf(templateWith(settings));

    for (const bucket of buckets) {
      const denials = account.bucketPolicy(bucket).filter(({ effect }) => effect === 'Deny');
      expect(denials.map(({ actions, conditions }) => [actions, conditions])).toContainEqual([
        ['s3:*'],
        [{ operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] }],
      ]);
    }
    expect(buckets).toHaveLength(3);
  });

  test('so does the topic of the alarms', () => {
    templateWith(settings).hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 'sns:Publish',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  test('no bucket can be made public, and no policy lets in anybody but CloudFront and the service that delivers logs', () => {
    const policies = all('AWS::S3::BucketPolicy', settings).map(([, policy]) => policy);
    const allowed = policies.flatMap(statementsOf).filter(({ Effect }) => Effect === 'Allow');

    templateWith(settings).allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(new Set(allowed.map(({ Principal }) => JSON.stringify(Principal)))).toEqual(
      new Set(['{"Service":"cloudfront.amazonaws.com"}', '{"Service":"logging.s3.amazonaws.com"}']),
    );
  });
});

function statementsOf(policy: unknown): Record<string, unknown>[] {
  const properties = isRecord(policy) && isRecord(policy.Properties) ? policy.Properties : {};
  const document = isRecord(properties.PolicyDocument) ? properties.PolicyDocument : {};
  const statements: unknown[] = Array.isArray(document.Statement) ? document.Statement : [];
  return statements.filter(isRecord);
}
