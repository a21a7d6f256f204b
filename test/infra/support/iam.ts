import type { Template } from 'aws-cdk-lib/assertions';
import { asObject, asText, isObject, type Json, type JsonObject, member } from '../../../local/json.ts';
import { createReferences } from '../../../local/template/references.ts';

/** A statement of a policy, with plain ARNs where the template refers to resources. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Operator, key, values: all have to hold. */
  readonly conditions: readonly { operator: string; key: string; values: readonly string[] }[];
}

/** What somebody wants to do. */
export interface Ask {
  /** As `s3:PutObject`. */
  readonly action: string;
  /** ARN. */
  readonly resource: string;
  /** Condition keys of the request, as `{ 'kms:ViaService': 's3.us-east-1.amazonaws.com' }`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** A template as IAM sees it: ARNs of resources, and the policies of roles, buckets and keys. */
export interface Account {
  /** The ARN of the one resource whose logical id begins so, and what a `Ref` to it gives. Throws if there are none or several. */
  resource(prefix: string): { readonly arn: string; readonly name: string };
  /** The statements of the role whose logical id begins so. */
  role(prefix: string): Statement[];
  /** The statements of the policy of the bucket whose logical id begins so. */
  bucketPolicy(prefix: string): Statement[];
}

const place = {
  region: 'us-east-1',
  account: '000000000000',
  domain: 'd111111abcdef8.cloudfront.net',
  queues: 'sqs',
};

/** Reads all policies of a template. */
export function accountOf(template: Template): Account {
  const json: JsonObject = template.toJSON();
  const resources = asObject(member(json, 'Resources'), 'Resources');
  const assembly = { stackName: 'Sailau', region: place.region, template: json, assets: new Map() };
  const { resolver, identify } = createReferences(assembly, place);
  const find = (prefix: string, type?: string): string => {
    const found = Object.entries(resources).filter(
      ([id, resource]) =>
        id.replace(/[0-9A-F]{8}$/, '') === prefix &&
        (type === undefined || member(asObject(resource, id), 'Type') === type),
    );
    const [entry] = found;
    if (entry === undefined || found.length !== 1) throw new Error(`${found.length} resources ${prefix}`);
    return entry[0];
  };
  const policies = (type: string, belongs: (properties: JsonObject) => boolean): Statement[] =>
    Object.entries(resources).flatMap(([id, resource]) => {
      if (member(asObject(resource, id), 'Type') !== type) return [];
      const properties = asObject(member(asObject(resource, id), 'Properties'), id);
      if (!belongs(properties)) return [];
      const document = asObject(resolver.value(member(properties, 'PolicyDocument') ?? null, id), id);
      return listOf(member(document, 'Statement')).map((statement) =>
        statementOf(asObject(statement, id), id),
      );
    });
  const refersTo = (value: Json | undefined, id: string) =>
    listOf(value).some((one) => isObject(one) && member(one, 'Ref') === id);
  return {
    resource(prefix) {
      const identity = identify(find(prefix));
      if (identity === undefined) throw new Error(`${prefix} is not known`);
      return { arn: identity.arn, name: identity.name };
    },
    role(prefix) {
      const id = find(prefix, 'AWS::IAM::Role');
      return policies('AWS::IAM::Policy', (properties) => refersTo(member(properties, 'Roles'), id));
    },
    bucketPolicy(prefix) {
      const id = find(prefix, 'AWS::S3::Bucket');
      return policies('AWS::S3::BucketPolicy', (properties) => refersTo(member(properties, 'Bucket'), id));
    },
  };
}

/** Whether statements allow what is asked, as IAM decides within one account: a denial wins, and what nothing allows is refused. */
export function allows(statements: readonly Statement[], ask: Ask): boolean {
  const meeting = statements.filter((statement) => meets(statement, ask));
  return (
    meeting.some(({ effect }) => effect === 'Allow') && meeting.every(({ effect }) => effect === 'Allow')
  );
}

/** Whether a statement is about what is asked. Actions are compared without case, resources and values with it. */
export function meets({ actions, resources, conditions }: Statement, ask: Ask): boolean {
  return (
    actions.some((action) => matches(action.toLowerCase(), ask.action.toLowerCase())) &&
    resources.some((resource) => matches(resource, ask.resource)) &&
    conditions.every((condition) => holds(condition, ask.context?.[condition.key]))
  );
}

function holds({ operator, values }: Statement['conditions'][number], given: string | undefined): boolean {
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return given !== undefined && values.includes(given);
    case 'StringNotEquals':
      return given === undefined || !values.includes(given);
    case 'StringLike':
    case 'ArnLike':
      return given !== undefined && values.some((value) => matches(value, given));
    default:
      throw new Error(`the condition ${operator} is not known here: teach it, see iam.ts`);
  }
}

/** As IAM matches: `*` is any run of characters, slashes too, and `?` is one. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su').test(text);
}

function statementOf(statement: JsonObject, where: string): Statement {
  const effect = asText(member(statement, 'Effect'), where);
  if (effect !== 'Allow' && effect !== 'Deny') throw new Error(`${where}: ${effect}`);
  const texts = (name: string) =>
    listOf(member(statement, name)).map((one) => asText(one, `${where} ${name}`));
  const conditions = asObject(member(statement, 'Condition') ?? {}, where);
  return {
    effect,
    actions: texts('Action'),
    resources: texts('Resource'),
    conditions: Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(asObject(keys, where)).map(([key, values]) => ({
        operator,
        key,
        values: listOf(values).map((value) => asText(value, where)),
      })),
    ),
  };
}

function listOf(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
