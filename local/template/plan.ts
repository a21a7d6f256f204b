import { asObject, asText, type JsonObject, member } from '../json.ts';
import type { Assembly } from './assembly.ts';
import type { Resolver } from './intrinsics.ts';
import type { Resource } from './properties.ts';
import { createReferences, type References } from './references.ts';
import { type Place, RESOURCE_TYPES } from './resource-types.ts';
import { type BucketPlan, readBucket } from './resources/bucket.ts';
import { type DistributionPlan, readDistribution } from './resources/distribution.ts';
import { type FunctionPlan, readFunction } from './resources/function.ts';
import { type KeyPlan, readKey } from './resources/key.ts';
import { type MachinePlan, readMachine } from './resources/machine.ts';
import { type QueuePlan, readQueue } from './resources/queue.ts';
import { type RulePlan, readRule } from './resources/rule.ts';
import { readTable, type TablePlan } from './resources/table.ts';

/** Everything that the template asks to run, in plain values. */
export type StackPlan = {
  readonly place: Place;
  readonly buckets: readonly BucketPlan[];
  readonly tables: readonly TablePlan[];
  readonly keys: readonly KeyPlan[];
  readonly queues: readonly QueuePlan[];
  readonly functions: readonly FunctionPlan[];
  readonly machines: readonly MachinePlan[];
  readonly rules: readonly RulePlan[];
  readonly distributions: readonly DistributionPlan[];
  /** The stack's outputs, by name. */
  readonly outputs: Readonly<Record<string, string>>;
};

/** The account number that stands for "this machine" in ARNs and events. */
export const LOCAL_ACCOUNT = '000000000000';

/**
 * Reads the whole template before anything is started. `domain` and `queues` are host and port of the site that stands in
 * for the distribution, and of the SQS endpoint.
 * Throws `template-unsupported` naming the logical id and type of the first resource that cannot run here, and `template-invalid`.
 */
export function planStack(assembly: Assembly, domain: string, queues = '127.0.0.1'): StackPlan {
  const place = { region: assembly.region, account: LOCAL_ACCOUNT, domain, queues };
  const references = createReferences(assembly, place);
  const all = readResources(assembly.template, references);
  const running = (role: string): Resource[] => all.filter(({ type }) => runsAs(type) === role);
  const buckets = running('bucket').map(readBucket);
  const bucketOf = (host: string): string | undefined =>
    buckets.find(({ name }) => host.startsWith(`${name}.s3.`) && host.endsWith('.amazonaws.com'))?.name;
  return {
    place,
    buckets,
    tables: running('table').map(readTable),
    queues: running('queue').map(readQueue),
    keys: running('key').flatMap((resource) => readKey(resource) ?? []),
    functions: running('function').map((resource) => readFunction(resource, assembly.assets)),
    machines: running('machine').map(readMachine),
    rules: running('rule').map(readRule),
    distributions: running('distribution').map((resource) => readDistribution(resource, { all, bucketOf })),
    outputs: readOutputs(assembly.template, references.resolver),
  };
}

function readResources(template: JsonObject, { resolver, identify }: References): Resource[] {
  const resources = asObject(member(template, 'Resources'), 'Resources');
  return Object.entries(resources).flatMap(([logicalId, json]) => {
    const resource = asObject(json, logicalId);
    const type = asText(member(resource, 'Type'), logicalId);
    const identity = identify(logicalId);
    const condition = member(resource, 'Condition');
    const absent = typeof condition === 'string' && !resolver.holds(condition);
    if (identity === undefined || 'nothing' in identity.type.role || absent) return [];
    const raw = member(resource, 'Properties') ?? {};
    const properties = asObject(resolver.value(raw, `${logicalId} (${type})`), logicalId);
    return [{ logicalId, type, properties, name: identity.name, arn: identity.arn }];
  });
}

function runsAs(type: string): string | undefined {
  const role = RESOURCE_TYPES.get(type)?.role;
  return role !== undefined && 'runs' in role ? role.runs : undefined;
}

function readOutputs(template: JsonObject, resolver: Resolver): Record<string, string> {
  const outputs = asObject(member(template, 'Outputs') ?? {}, 'Outputs');
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, json]) => {
      const where = `Outputs.${name}`;
      const output = asObject(json, where);
      const condition = member(output, 'Condition');
      if (typeof condition === 'string' && !resolver.holds(condition)) return [];
      return [[name, asText(resolver.value(member(output, 'Value') ?? null, where), where)]];
    }),
  );
}
