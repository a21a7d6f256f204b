import { asObject, isObject, type JsonObject, member } from '../../json.ts';
import { at, checkProperties, property, type Resource, unsupported } from '../properties.ts';

/** A bucket to be served. */
export type BucketPlan = {
  readonly logicalId: string;
  readonly name: string;
  readonly versioned: boolean;
  /** Whether its events go to EventBridge. */
  readonly notifies: boolean;
  /** Whether the bucket answers preflight requests (`CorsConfiguration`). */
  readonly cors: JsonObject | undefined;
};

// The data folder belongs to whoever runs this: a lock would keep nobody from deleting its files.
const KNOWN = {
  acted: ['BucketName', 'VersioningConfiguration', 'NotificationConfiguration', 'CorsConfiguration'],
  noEffect: [
    'AccessControl',
    'BucketEncryption',
    'LifecycleConfiguration',
    'LoggingConfiguration',
    'MetricsConfigurations',
    'ObjectLockConfiguration',
    'ObjectLockEnabled',
    'OwnershipControls',
    'PublicAccessBlockConfiguration',
    'Tags',
  ],
} as const;

/** Reads an `AWS::S3::Bucket`. Throws `template-unsupported` for notifications that go anywhere but EventBridge. */
export function readBucket(resource: Resource): BucketPlan {
  checkProperties(resource, KNOWN);
  const versioning = asObject(
    property(resource, 'VersioningConfiguration') ?? {},
    at(resource, 'VersioningConfiguration'),
  );
  const cors = property(resource, 'CorsConfiguration');
  return {
    logicalId: resource.logicalId,
    name: resource.name,
    versioned: member(versioning, 'Status') === 'Enabled',
    notifies: notifies(resource),
    cors: isObject(cors) ? cors : undefined,
  };
}

function notifies(resource: Resource): boolean {
  const where = at(resource, 'NotificationConfiguration');
  const configuration = asObject(property(resource, 'NotificationConfiguration') ?? {}, where);
  const other = Object.keys(configuration).find((key) => key !== 'EventBridgeConfiguration');
  if (other !== undefined) throw unsupported(resource, `NotificationConfiguration.${other}`);
  const bridge = member(configuration, 'EventBridgeConfiguration');
  return isObject(bridge) && member(bridge, 'EventBridgeEnabled') !== false;
}
