import { asList, asObject, asText, type JsonObject, member } from '../../json.ts';
import { at, checkProperties, property, type Resource, unsupported } from '../properties.ts';

/** An EventBridge rule: which events start which targets. */
export type RulePlan = {
  readonly logicalId: string;
  readonly enabled: boolean;
  readonly pattern: JsonObject;
  /** ARNs of what it starts. */
  readonly targets: readonly string[];
};

const KNOWN = {
  acted: ['EventPattern', 'Name', 'State', 'Targets'],
  noEffect: ['Description', 'RoleArn', 'Tags'],
} as const;

// Starting an execution on this machine does not fail, so there is nothing to retry or to set aside.
const TARGET_PROPERTIES = ['Arn', 'Id', 'RoleArn', 'RetryPolicy', 'DeadLetterConfig'];

/** Reads an `AWS::Events::Rule` on the default bus. Throws `template-unsupported` for schedules, other buses and transformed input. */
export function readRule(resource: Resource): RulePlan {
  checkProperties(resource, KNOWN);
  const targets = asList(property(resource, 'Targets'), at(resource, 'Targets')).map((json, index) => {
    const where = at(resource, `Targets[${index}]`);
    const target = asObject(json, where);
    const other = Object.keys(target).find((name) => !TARGET_PROPERTIES.includes(name));
    if (other !== undefined) throw unsupported(resource, `Targets[${index}].${other}`);
    return asText(member(target, 'Arn'), where);
  });
  return {
    logicalId: resource.logicalId,
    enabled: property(resource, 'State') !== 'DISABLED',
    pattern: asObject(property(resource, 'EventPattern'), at(resource, 'EventPattern')),
    targets,
  };
}
