import { LocalError } from '../../errors.ts';
import { asObject, asText, asWhole, member } from '../../json.ts';
import { at, checkProperties, property, type Resource, unsupported } from '../properties.ts';

/** A Lambda function to be run in child processes. */
export type FunctionPlan = {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Absolute folder of its bundle. */
  readonly code: string;
  /** `<file without ending>.<export>`, as Lambda writes it. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** The reserved concurrency; undefined where the template reserves none. */
  readonly reserved: number | undefined;
};

// The defaults of Lambda, which CloudFormation leaves out of the template.
const DEFAULT_MEMORY_MB = 128;
const DEFAULT_TIMEOUT_SECONDS = 3;

const KNOWN = {
  acted: [
    'Code',
    'Environment',
    'FunctionName',
    'Handler',
    'MemorySize',
    'PackageType',
    'ReservedConcurrentExecutions',
    'Runtime',
    'Timeout',
  ],
  noEffect: [
    'Architectures',
    'Description',
    'EphemeralStorage',
    'KmsKeyArn',
    'LoggingConfig',
    'Role',
    'RuntimeManagementConfig',
    'Tags',
    'TracingConfig',
  ],
} as const;

/**
 * Reads an `AWS::Lambda::Function` whose code is a file asset of the assembly.
 * Throws `template-unsupported` for code from elsewhere, layers, networks, file systems and runtimes other than Node.js.
 */
export function readFunction(resource: Resource, assets: ReadonlyMap<string, string>): FunctionPlan {
  checkProperties(resource, KNOWN);
  const runtime = asText(property(resource, 'Runtime'), at(resource, 'Runtime'));
  if (!runtime.startsWith('nodejs'))
    throw unsupported(resource, 'Runtime', `${runtime}: only Node.js runs here`);
  if ((property(resource, 'PackageType') ?? 'Zip') !== 'Zip') throw unsupported(resource, 'PackageType');
  const reserved = property(resource, 'ReservedConcurrentExecutions');
  return {
    logicalId: resource.logicalId,
    name: resource.name,
    arn: resource.arn,
    code: codeOf(resource, assets),
    handler: asText(property(resource, 'Handler'), at(resource, 'Handler')),
    environment: environmentOf(resource),
    memoryMb: asWhole(property(resource, 'MemorySize') ?? DEFAULT_MEMORY_MB, at(resource, 'MemorySize')),
    timeoutSeconds: asWhole(
      property(resource, 'Timeout') ?? DEFAULT_TIMEOUT_SECONDS,
      at(resource, 'Timeout'),
    ),
    reserved:
      reserved === undefined ? undefined : asWhole(reserved, at(resource, 'ReservedConcurrentExecutions')),
  };
}

function codeOf(resource: Resource, assets: ReadonlyMap<string, string>): string {
  const code = asObject(property(resource, 'Code'), at(resource, 'Code'));
  const key = member(code, 'S3Key');
  if (typeof key !== 'string') throw unsupported(resource, 'Code', 'only a bundle of the assembly runs here');
  const folder = assets.get(key);
  if (folder !== undefined) return folder;
  throw new LocalError(
    'assembly-unreadable',
    `${at(resource, 'Code')}: the assembly has no asset ${key}. Run "npm run synth" to write it anew.`,
  );
}

function environmentOf(resource: Resource): Record<string, string> {
  const where = at(resource, 'Environment');
  const environment = asObject(property(resource, 'Environment') ?? {}, where);
  const variables = asObject(member(environment, 'Variables') ?? {}, `${where}.Variables`);
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, asText(value, `${where}.Variables.${name}`)]),
  );
}
