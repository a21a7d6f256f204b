import type {
  AttributeDefinition,
  CreateTableCommandInput,
  KeySchemaElement,
} from '@aws-sdk/client-dynamodb';
import { LocalError } from '../../errors.ts';
import { asList, asObject, asText, type Json, member } from '../../json.ts';
import { at, checkProperties, property, type Resource } from '../properties.ts';

/** A table to be created when it is not there. */
export type TablePlan = {
  readonly logicalId: string;
  readonly name: string;
  readonly create: CreateTableCommandInput;
};

// Time to live is listed as without effect: DynamoDB itself promises deletion only "within days".
const KNOWN = {
  acted: ['TableName', 'KeySchema', 'AttributeDefinitions'],
  noEffect: [
    'BillingMode',
    'ContributorInsightsSpecification',
    'DeletionProtectionEnabled',
    'OnDemandThroughput',
    'PointInTimeRecoverySpecification',
    'ProvisionedThroughput',
    'SSESpecification',
    'TableClass',
    'Tags',
    'TimeToLiveSpecification',
  ],
} as const;

/** Reads an `AWS::DynamoDB::Table`. Throws `template-unsupported` for streams, indexes and imports. */
export function readTable(resource: Resource): TablePlan {
  checkProperties(resource, KNOWN);
  return {
    logicalId: resource.logicalId,
    name: resource.name,
    create: {
      TableName: resource.name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: list(resource, 'AttributeDefinitions', readAttribute),
      KeySchema: list(resource, 'KeySchema', readKey),
    },
  };
}

function list<T>(resource: Resource, name: string, read: (json: Json, where: string) => T): T[] {
  const where = at(resource, name);
  return asList(property(resource, name), where).map((json, index) => read(json, `${where}[${index}]`));
}

function readAttribute(json: Json, where: string): AttributeDefinition {
  const type = asText(member(asObject(json, where), 'AttributeType'), where);
  if (type !== 'S' && type !== 'N' && type !== 'B') throw unknown(where, type);
  return {
    AttributeName: asText(member(asObject(json, where), 'AttributeName'), where),
    AttributeType: type,
  };
}

function readKey(json: Json, where: string): KeySchemaElement {
  const type = asText(member(asObject(json, where), 'KeyType'), where);
  if (type !== 'HASH' && type !== 'RANGE') throw unknown(where, type);
  return { AttributeName: asText(member(asObject(json, where), 'AttributeName'), where), KeyType: type };
}

function unknown(where: string, type: string): LocalError {
  return new LocalError('template-invalid', `${where}: ${type} is no type that DynamoDB knows.`);
}
