import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import project from '../../../cdk.json' with { type: 'json' };
import { readSettings } from '../../../infra/settings/settings.ts';
import { SailauStack } from '../../../infra/stack.ts';
import type { JsonObject } from '../../../local/json.ts';
import { loadAssembly } from '../../../local/template/assembly.ts';
import { planStack, type StackPlan } from '../../../local/template/plan.ts';
import { choosePrincipals } from '../../../local/template/principals.ts';
import { distribution, lambda, miniPipeline, temporaryFolder, writeAssembly } from '../support/assembly.ts';

const everyProtection = {
  encryption: 'kms',
  objectLock: 'governance',
  accessLogs: 'all',
  malwareScan: 'guardduty',
  uploaders: { kz: 'arn:aws:iam::111122223333:root' },
};

describe('planStack', () => {
  it.each([{}, everyProtection])(
    'can run the stack that is deployed, with the settings %j',
    async (chosen) => {
      const outdir = await temporaryFolder();
      const postCliContext = { ...project.context, ...chosen };
      const app = new App({ outdir, postCliContext, analyticsReporting: false });
      const handler = join(import.meta.dirname, '..', 'support', 'echo.ts');
      const entries = { validate: handler, allocate: handler, publish: handler };
      new SailauStack(app, readSettings(app.node.getAllContext()), entries);
      app.synth();

      const plan = planStack(await loadAssembly(outdir), '127.0.0.1:4281');

      expect(choosePrincipals(plan)).toMatchObject({
        intake: { name: 'sailau-intake', versioned: true },
        publication: { name: 'sailau-publication' },
        table: { name: 'sailau-records' },
        distribution: { root: 'index.html' },
      });
      expect(plan.functions.map(({ name }) => name)).toHaveLength(3);
      expect(plan.outputs.PublicUrl).toBe('http://127.0.0.1:4281');
    },
  );

  it('reads what the template says of a function', async () => {
    const plan = await planOf({
      Work: lambda('work', {
        MemorySize: 512,
        Timeout: '20',
        ReservedConcurrentExecutions: 3,
        Environment: {
          Variables: {
            TABLE: { Ref: 'Records' },
            SITE: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Site', 'DomainName'] }]] },
          },
        },
      }),
    });

    expect(plan.functions).toMatchObject([
      {
        name: 'mini-work',
        arn: 'arn:aws:lambda:us-east-1:000000000000:function:mini-work',
        memoryMb: 512,
        timeoutSeconds: 20,
        reserved: 3,
        environment: { TABLE: 'mini-records', SITE: 'http://127.0.0.1:1' },
      },
    ]);
  });

  it('skips resources that have nothing to run here, and those whose condition does not hold', async () => {
    const plan = await planOf({
      Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Anything: { 'Fn::ImportValue': 'x' } } },
      Absent: { Type: 'AWS::S3::Bucket', Condition: 'Never', Properties: {} },
    });

    expect(plan.buckets.map(({ logicalId }) => logicalId)).toEqual(['Intake', 'Publication']);
  });

  it.each<[string, JsonObject, string]>([
    [
      'a type that it does not know',
      { Stream: { Type: 'AWS::Kinesis::Stream' } },
      'Stream is of type AWS::Kinesis::Stream, which this machine cannot run. Remove it from infra/',
    ],
    [
      'a table with a stream',
      { Records: changed('Records', { StreamSpecification: {} }) },
      'Records (AWS::DynamoDB::Table) StreamSpecification is not supported',
    ],
    [
      'a function with layers',
      { Work: lambda('work', { Layers: [] }) },
      'Work (AWS::Lambda::Function) Layers',
    ],
    [
      'a function in another language',
      { Work: lambda('work', { Runtime: 'python3.13' }) },
      'python3.13: only Node.js runs here',
    ],
    ['a function without its bundle', { Work: lambda('ghost') }, 'the assembly has no asset ghost.zip'],
    [
      'a bucket that calls a function',
      { Intake: changed('Intake', { NotificationConfiguration: { LambdaConfigurations: [] } }) },
      'Intake (AWS::S3::Bucket) NotificationConfiguration.LambdaConfigurations',
    ],
    [
      'a rule on a schedule',
      { Uploads: changed('Uploads', { ScheduleExpression: 'rate(1 day)' }) },
      'Uploads (AWS::Events::Rule) ScheduleExpression',
    ],
    [
      'a target with rewritten input',
      { Uploads: changed('Uploads', { Targets: [{ Id: 'a', Arn: 'x', InputPath: '$.detail' }] }) },
      'Targets[0].InputPath',
    ],
    [
      'an express workflow',
      { Machine: changed('Machine', { StateMachineType: 'EXPRESS' }) },
      'only standard workflows run here',
    ],
    [
      'a function at the edge',
      { Site: distribution({ DefaultCacheBehavior: { FunctionAssociations: [] } }) },
      'Site (AWS::CloudFront::Distribution) DistributionConfig cache behaviour.FunctionAssociations',
    ],
    [
      'a headers policy from elsewhere',
      { Site: distribution({ DefaultCacheBehavior: { ResponseHeadersPolicyId: 'managed' } }) },
      'managed is no policy of the stack',
    ],
    [
      'a property that is no text',
      { Work: lambda('work', { Handler: 5 }) },
      'Work (AWS::Lambda::Function) Handler: expected a text, found 5',
    ],
  ])('refuses %s by name', async (_, resources, message) => {
    await expect(planOf(resources)).rejects.toThrow(message);
  });
});

describe('choosePrincipals', () => {
  it('refuses a stack with two tables, naming both', async () => {
    const plan = await planOf({ Second: miniPipeline().Records ?? null });

    expect(() => choosePrincipals(plan)).toThrow(
      'exactly one AWS::DynamoDB::Table; the template has: Records, Second',
    );
  });
});

describe('loadAssembly', () => {
  it('says what to do where there is no assembly', async () => {
    await expect(loadAssembly(await temporaryFolder())).rejects.toThrow('Run "npm run synth"');
  });
});

async function planOf(resources: JsonObject): Promise<StackPlan> {
  const folder = await writeAssembly({
    resources: { ...miniPipeline(), ...resources },
    conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
    handlers: { work: '' },
  });
  return planStack(await loadAssembly(folder), '127.0.0.1:1');
}

function changed(logicalId: string, properties: JsonObject): JsonObject {
  const resource = JSON.parse(JSON.stringify(miniPipeline()[logicalId]));
  return { ...resource, Properties: { ...resource.Properties, ...properties } };
}
