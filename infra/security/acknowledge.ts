import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * Says why a construct does not keep some of the rules of AWS Solutions (cdk-nag), and is right not to. `npm run synth` and every
 * deployment fail on a rule that is broken without a word here.
 *
 * @param reasons a sentence for each rule, by its id without the name of the pack: `S1`, `IAM5[Resource::*]`
 */
export function acknowledge(construct: Construct, reasons: Readonly<Record<string, string>>): void {
  const rules = Object.entries(reasons).map(([id, reason]) => ({ id: `AwsSolutions-${id}`, reason }));
  Validations.of(construct).acknowledge(...rules);
}

/** The id of the finding that a policy names what begins with the ARN of a resource, as `IAM5[Resource::<BucketF00.Arn>/uploads/*]`. */
export function wildcard(resource: Construct, rest: string): string {
  const { defaultChild } = resource.node;
  if (!CfnResource.isCfnResource(defaultChild))
    throw new TypeError(`${resource.node.path} has no resource of its own`);
  return `IAM5[Resource::<${Stack.of(resource).getLogicalId(defaultChild)}.Arn>${rest}]`;
}
