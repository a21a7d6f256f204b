import { asList, asObject, asText, type JsonObject, member } from '../../json.ts';
import { at, checkProperties, property, type Resource, unsupported } from '../properties.ts';

/** An EventBridge rule: which events start which targets. */
export type RulePlan = {
  readonly logicalId: string;
  readonly enabled: boolean;
  readonly pattern: JsonObject;
  readonly arn: string;
  readonly targets: readonly Target[];
};

/** What a rule starts, by its ARN, and the queue for events that it could not be started on. */
export type Target = { readonly arn: string; readonly deadLetters: string | undefined };

const KNOWN = {
  acted: ['EventPattern', 'Name', 'State', 'Targets'],
  noEffect: ['Description', 'RoleArn', 'Tags'],
} as const;

// What cannot be started here once cannot be started at all, so there is nothing to try again.
const TARGET_PROPERTIES = ['Arn', 'Id', 'RoleArn', 'RetryPolicy', 'DeadLetterConfig'];

/** Reads an `AWS::Events::Rule` on the default bus. Throws `template-unsupported` for schedules, other buses and transformed input. */
export function readRule(resource: Resource): RulePlan {
  checkProperties(resource, KNOWN);
  const targets = asList(property(resource, 'Targets'), at(resource, 'Targets')).map((json, index) => {
    const where = at(resource, `Targets[${index}]`);
    const target = asObject(json, where);
    const other = Object.keys(target).find((name) => !TARGET_PROPERTIES.includes(name));
    if (other !== undefined) throw unsupported(resource, `Targets[${index}].${other}`);
    const config = asObject(member(target, 'DeadLetterConfig') ?? {}, where);
    const deadLetters = member(config, 'Arn');
    return {
      arn: asText(member(target, 'Arn'), where),
      deadLetters: deadLetters === undefined ? undefined : asText(deadLetters, where),
    };
  });
  return {
    logicalId: resource.logicalId,
    arn: resource.arn,
    enabled: property(resource, 'State') !== 'DISABLED',
    pattern: asObject(property(resource, 'EventPattern'), at(resource, 'EventPattern')),
    targets,
  };
}
