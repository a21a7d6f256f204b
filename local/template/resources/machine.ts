import { LocalError } from '../../errors.ts';
import { asObject, asText, type Json, type JsonObject, member } from '../../json.ts';
import { at, checkProperties, property, type Resource, unsupported } from '../properties.ts';

/** A state machine to be run. */
export type MachinePlan = {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Its definition in the Amazon States Language. */
  readonly definition: JsonObject;
};

const KNOWN = {
  acted: [
    'Definition',
    'DefinitionString',
    'DefinitionSubstitutions',
    'StateMachineName',
    'StateMachineType',
  ],
  noEffect: ['EncryptionConfiguration', 'LoggingConfiguration', 'RoleArn', 'Tags', 'TracingConfiguration'],
} as const;

/** Reads an `AWS::StepFunctions::StateMachine`. Throws `template-unsupported` for express workflows and definitions stored elsewhere. */
export function readMachine(resource: Resource): MachinePlan {
  checkProperties(resource, KNOWN);
  if ((property(resource, 'StateMachineType') ?? 'STANDARD') !== 'STANDARD') {
    throw unsupported(resource, 'StateMachineType', 'only standard workflows run here');
  }
  const { logicalId, name, arn } = resource;
  return { logicalId, name, arn, definition: definitionOf(resource) };
}

function definitionOf(resource: Resource): JsonObject {
  const where = at(resource, 'DefinitionString');
  const definition = property(resource, 'Definition');
  const text =
    definition === undefined
      ? asText(property(resource, 'DefinitionString'), where)
      : JSON.stringify(definition);
  const substitutions = asObject(property(resource, 'DefinitionSubstitutions') ?? {}, where);
  const filled = text.replace(/\$\{(\w+)\}/g, (placeholder, name: string) => {
    const value = member(substitutions, name);
    return value === undefined ? placeholder : String(value);
  });
  try {
    const parsed: Json = JSON.parse(filled);
    return asObject(parsed, where);
  } catch (error) {
    throw new LocalError('template-invalid', `${where} is not JSON once its references are filled in.`, {
      cause: error,
    });
  }
}
