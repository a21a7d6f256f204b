import type { Template } from 'aws-cdk-lib/assertions';

export type JsonRecord = Record<string, unknown>;

/** Whether a value read from a template is an object with keys. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Properties of the one resource of a type that has the given ones. Throws if there are none or several. */
export function only(template: Template, type: string, properties: JsonRecord = {}): JsonRecord {
  const found: unknown[] = Object.values(template.findResources(type, { Properties: properties }));
  const [resource] = found;
  if (found.length !== 1 || !isRecord(resource) || !isRecord(resource.Properties)) {
    throw new Error(`${found.length} resources of type ${type} with ${JSON.stringify(properties)}`);
  }
  return resource.Properties;
}

/** The state machine's definition, with a logical id in angle brackets wherever the template refers to a resource. */
export function definitionOf(template: Template): JsonRecord {
  const text = only(template, 'AWS::StepFunctions::StateMachine').DefinitionString;
  const join = isRecord(text) ? text['Fn::Join'] : undefined;
  const parts: unknown[] = Array.isArray(join) && Array.isArray(join[1]) ? join[1] : [];
  const definition: unknown = JSON.parse(parts.map(reference).join(''));
  if (!isRecord(definition)) throw new Error('the definition is no object');
  return definition;
}

function reference(part: unknown): string {
  if (typeof part === 'string') return part;
  const { Ref, 'Fn::GetAtt': attribute } = isRecord(part) ? part : {};
  const id = Array.isArray(attribute) ? attribute[0] : Ref;
  if (id === 'AWS::Partition') return 'aws';
  return `<${String(id).replace(/[0-9A-F]{8}$/, '')}>`;
}
