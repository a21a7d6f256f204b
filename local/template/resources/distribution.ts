import { asList, asObject, asText, asWhole, type Json, type JsonObject, member } from '../../json.ts';
import { at, checkProperties, property, type Resource, unsupported } from '../properties.ts';
import { type HeadersPlan, readHeadersPolicy } from './headers-policy.ts';

/** A CloudFront distribution over a bucket, to be stood in for by the local site. */
export type DistributionPlan = {
  readonly logicalId: string;
  /** Name of the bucket behind it. */
  readonly bucket: string;
  /** The object behind `/`; undefined where there is none. */
  readonly root: string | undefined;
  /** What S3 answers for a key that is not there: 404 to those who may list the bucket, 403 to others. */
  readonly missing: 403 | 404;
  readonly errorPages: ReadonlyMap<number, ErrorPage>;
  /** In the order in which they are tried; the last one matches every path. */
  readonly behaviours: readonly Behaviour[];
};

/** The page that replaces an error answer, and its status. Null keeps the bucket's answer. */
export type ErrorPage = { readonly status: number; readonly path: string | null };

/** How requests for the paths of a pattern (`*` and `?`) are answered. */
export type Behaviour = {
  readonly pattern: string;
  readonly methods: readonly string[];
  readonly headers: HeadersPlan | undefined;
  /** Whether answers are compressed for visitors that can read them so. */
  readonly compress: boolean;
};

/** What a distribution's settings refer to. */
export type Neighbours = {
  readonly all: readonly Resource[];
  readonly bucketOf: (domain: string) => string | undefined;
};

const CONFIG_ACTED = [
  'CacheBehaviors',
  'CustomErrorResponses',
  'DefaultCacheBehavior',
  'DefaultRootObject',
  'Origins',
];
const CONFIG_NO_EFFECT = [
  ...['Aliases', 'Comment', 'Enabled', 'HttpVersion', 'IPV6Enabled', 'Logging', 'PriceClass', 'Restrictions'],
  ...['ViewerCertificate', 'WebACLId'],
];
const BEHAVIOUR_KNOWN = [
  ...['AllowedMethods', 'CachePolicyId', 'CachedMethods', 'Compress', 'OriginRequestPolicyId', 'PathPattern'],
  ...['ResponseHeadersPolicyId', 'TargetOriginId', 'ViewerProtocolPolicy'],
];

/** Reads an `AWS::CloudFront::Distribution`. Throws `template-unsupported` for other origins, edge functions and managed header policies. */
export function readDistribution(resource: Resource, neighbours: Neighbours): DistributionPlan {
  checkProperties(resource, { acted: ['DistributionConfig'], noEffect: ['Tags'] });
  const where = at(resource, 'DistributionConfig');
  const config = asObject(property(resource, 'DistributionConfig'), where);
  refuseOthers(resource, config, [...CONFIG_ACTED, ...CONFIG_NO_EFFECT], 'DistributionConfig');
  const root = member(config, 'DefaultRootObject');
  const bucket = originBucket(resource, config, neighbours);
  const behaviours = asList(member(config, 'CacheBehaviors') ?? [], where);
  return {
    logicalId: resource.logicalId,
    bucket,
    root: root === undefined || root === '' ? undefined : asText(root, where),
    missing: mayList(bucket, neighbours.all) ? 404 : 403,
    errorPages: readErrorPages(config, where),
    behaviours: [...behaviours, member(config, 'DefaultCacheBehavior') ?? {}].map((json) =>
      readBehaviour(resource, asObject(json, where), neighbours.all),
    ),
  };
}

function originBucket(resource: Resource, config: JsonObject, neighbours: Neighbours): string {
  const where = at(resource, 'DistributionConfig.Origins');
  const buckets = asList(member(config, 'Origins'), where).map((json) => {
    const origin = asObject(json, where);
    if ((member(origin, 'OriginPath') ?? '') !== '')
      throw unsupported(resource, 'DistributionConfig.Origins.OriginPath');
    const domain = asText(member(origin, 'DomainName'), where);
    const bucket = neighbours.bucketOf(domain);
    if (bucket === undefined)
      throw unsupported(resource, 'DistributionConfig.Origins', `${domain} is no bucket of the stack`);
    return bucket;
  });
  const [bucket, ...others] = [...new Set(buckets)];
  if (bucket === undefined || others.length > 0) {
    throw unsupported(resource, 'DistributionConfig.Origins', 'exactly one bucket can be served');
  }
  return bucket;
}

function readBehaviour(resource: Resource, behaviour: JsonObject, all: readonly Resource[]): Behaviour {
  refuseOthers(resource, behaviour, BEHAVIOUR_KNOWN, 'DistributionConfig cache behaviour');
  const where = at(resource, 'cache behaviour');
  const policyId = member(behaviour, 'ResponseHeadersPolicyId');
  const policy = all.find(
    ({ type, name }) => type === 'AWS::CloudFront::ResponseHeadersPolicy' && name === policyId,
  );
  if (policyId !== undefined && policy === undefined) {
    throw unsupported(resource, 'ResponseHeadersPolicyId', `${String(policyId)} is no policy of the stack`);
  }
  const methods = asList(member(behaviour, 'AllowedMethods') ?? ['GET', 'HEAD'], where);
  return {
    pattern: asText(member(behaviour, 'PathPattern') ?? '*', where),
    methods: methods.map((method) => asText(method, where)),
    headers: policy === undefined ? undefined : readHeadersPolicy(policy),
    compress: member(behaviour, 'Compress') === true,
  };
}

function readErrorPages(config: JsonObject, where: string): Map<number, ErrorPage> {
  const responses = asList(member(config, 'CustomErrorResponses') ?? [], where);
  return new Map(
    responses.map((json): [number, ErrorPage] => {
      const response = asObject(json, `${where}.CustomErrorResponses`);
      const code = asWhole(member(response, 'ErrorCode'), `${where}.CustomErrorResponses.ErrorCode`);
      const path = member(response, 'ResponsePagePath');
      return [
        code,
        {
          status: asWhole(
            member(response, 'ResponseCode') ?? code,
            `${where}.CustomErrorResponses.ResponseCode`,
          ),
          path: path === undefined ? null : asText(path, `${where}.CustomErrorResponses.ResponsePagePath`),
        },
      ];
    }),
  );
}

/** Whether a bucket policy of the stack lets CloudFront list the bucket. */
function mayList(bucket: string, all: readonly Resource[]): boolean {
  return all.some((resource) => {
    if (resource.type !== 'AWS::S3::BucketPolicy' || property(resource, 'Bucket') !== bucket) return false;
    const where = at(resource, 'PolicyDocument');
    const statements = asList(
      member(asObject(property(resource, 'PolicyDocument'), where), 'Statement'),
      where,
    );
    return statements.some((json) => {
      const statement = asObject(json, where);
      const actions = listOf(member(statement, 'Action') ?? []);
      const toCloudFront = JSON.stringify(member(statement, 'Principal') ?? '').includes(
        'cloudfront.amazonaws.com',
      );
      return member(statement, 'Effect') === 'Allow' && toCloudFront && actions.includes('s3:ListBucket');
    });
  });
}

function listOf(json: Json): Json[] {
  return Array.isArray(json) ? json : [json];
}

function refuseOthers(resource: Resource, object: JsonObject, known: readonly string[], where: string): void {
  const other = Object.keys(object).find((key) => !known.includes(key));
  if (other !== undefined) throw unsupported(resource, `${where}.${other}`);
}
