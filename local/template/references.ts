import { LocalError } from '../errors.ts';
import { asObject, asText, isObject, type Json, type JsonObject, member } from '../json.ts';
import type { Assembly } from './assembly.ts';
import { createResolver, type Resolver } from './intrinsics.ts';
import { nameResources } from './names.ts';
import { type Place, RESOURCE_TYPES, type ResourceType } from './resource-types.ts';

/** What a logical id stands for on this machine. */
export type Identity = { readonly type: ResourceType; readonly name: string; readonly arn: string };

/** A stack's names: what its resources are called here, and a resolver that knows them. */
export type References = {
  readonly resolver: Resolver;
  readonly identify: (logicalId: string) => Identity | undefined;
};

const NAME_PROPERTIES = ['BucketName', 'TableName', 'FunctionName', 'StateMachineName', 'QueueName'] as const;

/**
 * Gives every resource of the stack its name and ARN on this machine: the name that the template gives it, or one made by `nameResources`.
 * Asked for a resource of a type that cannot run here, it throws `template-unsupported`.
 */
export function createReferences(assembly: Assembly, place: Place): References {
  const resources = asObject(member(assembly.template, 'Resources'), 'Resources');
  const names = nameResources(assembly.stackName, resources);
  const pseudo = pseudoParameters(assembly.stackName, place);
  const identify = (logicalId: string): Identity | undefined => {
    const resource = member(resources, logicalId);
    if (!isObject(resource)) return undefined;
    const type = typeOf(logicalId, resource);
    const given = givenName(resource);
    const name =
      given === undefined
        ? (names.get(logicalId) ?? logicalId)
        : asText(resolver.value(given, logicalId), logicalId);
    return { type, name, arn: type.attributes.get('Arn')?.(place, name) ?? name };
  };
  const resolver = createResolver(assembly.template, {
    ref: (name) => {
      const found = identify(name);
      return found?.type.ref(place, found.name) ?? pseudo.get(name) ?? parameter(assembly.template, name);
    },
    attribute: (logicalId, attribute) => {
      const found = identify(logicalId);
      return found?.type.attributes.get(attribute)?.(place, found.name);
    },
    // The site on this machine has no certificate: an address of it that says https would lead nowhere.
    joined: (text) => text.replaceAll(`https://${place.domain}`, `http://${place.domain}`),
  });
  return { resolver, identify };
}

function typeOf(logicalId: string, resource: JsonObject): ResourceType {
  const type = asText(member(resource, 'Type'), logicalId);
  const known = RESOURCE_TYPES.get(type);
  if (known !== undefined) return known;
  throw new LocalError(
    'template-unsupported',
    `${logicalId} is of type ${type}, which this machine cannot run. ` +
      'Remove it from infra/, or list it in local/template/resource-types.ts and say what runs in its place.',
  );
}

function givenName(resource: JsonObject): Json | undefined {
  const properties = member(resource, 'Properties');
  if (!isObject(properties)) return undefined;
  const key = NAME_PROPERTIES.find((name) => Object.hasOwn(properties, name));
  return key === undefined ? undefined : member(properties, key);
}

function pseudoParameters(stackName: string, place: Place): Map<string, Json> {
  return new Map<string, Json>([
    ['AWS::AccountId', place.account],
    ['AWS::NotificationARNs', []],
    ['AWS::Partition', 'aws'],
    ['AWS::Region', place.region],
    ['AWS::StackId', `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stackName}/local`],
    ['AWS::StackName', stackName],
    ['AWS::URLSuffix', 'amazonaws.com'],
  ]);
}

function parameter(template: JsonObject, name: string): Json | undefined {
  const found = member(asObject(member(template, 'Parameters') ?? {}, 'Parameters'), name);
  return isObject(found) ? member(found, 'Default') : undefined;
}
