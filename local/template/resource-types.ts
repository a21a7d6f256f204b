/** Where the stack pretends to be: what ARNs and domain names are made of. */
export type Place = {
  readonly region: string;
  readonly account: string;
  /** Host and port under which the local site stands in for the distribution. */
  readonly domain: string;
  /** Host and port of the SQS endpoint. */
  readonly queues: string;
};

type Naming = (place: Place, name: string) => string;

/** What the embedded stack makes of a resource type: a part that runs here, or the reason why there is nothing to run. */
export type ResourceType = {
  readonly role:
    | {
        readonly runs:
          | 'bucket'
          | 'table'
          | 'key'
          | 'queue'
          | 'function'
          | 'machine'
          | 'rule'
          | 'distribution';
      }
    | { readonly readBy: 'bucket' | 'distribution' }
    | { readonly nothing: string };
  readonly ref: Naming;
  readonly attributes: ReadonlyMap<string, Naming>;
};

const name: Naming = (_, physical) => physical;
const arn =
  (service: string, resource: string): Naming =>
  (place, physical) =>
    `arn:aws:${service}:${place.region}:${place.account}:${resource}${physical}`;

const functionArn = arn('lambda', 'function:');
const machineArn = arn('states', 'stateMachine:');
const topicArn = arn('sns', '');
const queueUrl: Naming = (place, physical) => `http://${place.queues}/${place.account}/${physical}`;
const role: Naming = (place, physical) => `arn:aws:iam::${place.account}:role/${physical}`;

const PERMISSIONS = 'permissions: everything here runs as the same user';
const WATCHING = 'watching: nothing on this machine is billed, paged or retained';
const SCANNING = 'scanning: whoever tries it puts the tag on the upload that GuardDuty would';
const DELIVERY = 'the edge network: the local site answers in its place';

/** Every resource type that a template may hold. A type that is not listed is refused by name, never skipped. */
export const RESOURCE_TYPES: ReadonlyMap<string, ResourceType> = new Map<string, ResourceType>([
  [
    'AWS::S3::Bucket',
    {
      role: { runs: 'bucket' },
      ref: name,
      attributes: new Map<string, Naming>([
        ['Arn', (_, physical) => `arn:aws:s3:::${physical}`],
        ['DomainName', (_, physical) => `${physical}.s3.amazonaws.com`],
        ['RegionalDomainName', (place, physical) => `${physical}.s3.${place.region}.amazonaws.com`],
      ]),
    },
  ],
  ['AWS::DynamoDB::Table', runs('table', name, ['Arn', arn('dynamodb', 'table/')])],
  ['AWS::KMS::Key', runs('key', name, ['Arn', arn('kms', 'key/')], ['KeyId', name])],
  [
    'AWS::SQS::Queue',
    runs('queue', queueUrl, ['Arn', arn('sqs', '')], ['QueueName', name], ['QueueUrl', queueUrl]),
  ],
  ['AWS::Lambda::Function', runs('function', name, ['Arn', functionArn])],
  ['AWS::StepFunctions::StateMachine', runs('machine', machineArn, ['Arn', machineArn], ['Name', name])],
  ['AWS::Events::Rule', runs('rule', name, ['Arn', arn('events', 'rule/')])],
  [
    'AWS::CloudFront::Distribution',
    runs('distribution', name, ['Id', name], ['DomainName', (place) => place.domain]),
  ],
  ['AWS::S3::BucketPolicy', { role: { readBy: 'distribution' }, ref: name, attributes: new Map() }],
  [
    'AWS::CloudFront::ResponseHeadersPolicy',
    { role: { readBy: 'distribution' }, ref: name, attributes: new Map([['Id', name]]) },
  ],
  ['AWS::CloudFront::OriginAccessControl', nothing(DELIVERY, name, ['Id', name])],
  ['AWS::CloudFront::CachePolicy', nothing(DELIVERY, name, ['Id', name])],
  ['AWS::CloudFront::OriginRequestPolicy', nothing(DELIVERY, name, ['Id', name])],
  ['AWS::IAM::Role', nothing(PERMISSIONS, name, ['Arn', role])],
  ['AWS::IAM::Policy', nothing(PERMISSIONS, name)],
  ['AWS::IAM::ManagedPolicy', nothing(PERMISSIONS, name)],
  ['AWS::Lambda::Permission', nothing(PERMISSIONS, name)],
  ['AWS::GuardDuty::MalwareProtectionPlan', nothing(SCANNING, name, ['MalwareProtectionPlanId', name])],
  ['AWS::SNS::TopicPolicy', nothing(PERMISSIONS, name)],
  ['AWS::SQS::QueuePolicy', nothing(PERMISSIONS, name)],
  ['AWS::Logs::LogGroup', nothing(WATCHING, name, ['Arn', arn('logs', 'log-group:')])],
  ['AWS::Logs::MetricFilter', nothing(WATCHING, name)],
  ['AWS::CloudWatch::Alarm', nothing(WATCHING, name, ['Arn', arn('cloudwatch', 'alarm:')])],
  ['AWS::CloudWatch::CompositeAlarm', nothing(WATCHING, name, ['Arn', arn('cloudwatch', 'alarm:')])],
  ['AWS::Budgets::Budget', nothing(WATCHING, name)],
  ['AWS::CloudWatch::Dashboard', nothing(WATCHING, name)],
  ['AWS::SNS::Topic', nothing(WATCHING, topicArn, ['TopicArn', topicArn], ['TopicName', name])],
  ['AWS::SNS::Subscription', nothing(WATCHING, topicArn)],
  ['AWS::CDK::Metadata', nothing('a note of the tool that wrote the template', name)],
]);

type Runs = Extract<ResourceType['role'], { runs: string }>['runs'];

function runs(part: Runs, ref: Naming, ...attributes: [string, Naming][]): ResourceType {
  return { role: { runs: part }, ref, attributes: new Map(attributes) };
}

function nothing(reason: string, ref: Naming, ...attributes: [string, Naming][]): ResourceType {
  return { role: { nothing: reason }, ref, attributes: new Map(attributes) };
}
