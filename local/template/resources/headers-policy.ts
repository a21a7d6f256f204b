import {
  asFlag,
  asList,
  asObject,
  asText,
  asWhole,
  isObject,
  type Json,
  type JsonObject,
  member,
} from '../../json.ts';
import { at, checkProperties, property, type Resource, unsupported } from '../properties.ts';

/** The headers that a distribution adds to, or takes from, its answers. */
export type HeadersPlan = {
  readonly cors: CorsPlan | undefined;
  readonly fixed: readonly FixedHeader[];
  /** Names in lower case. */
  readonly removed: readonly string[];
};

/** A header with one value; `override` says whether it replaces the one that the bucket sent. */
export type FixedHeader = { readonly name: string; readonly value: string; readonly override: boolean };

/** What a distribution answers to requests that carry an `Origin`. */
export type CorsPlan = {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly credentials: boolean;
  readonly maxAgeSeconds: number | undefined;
};

const CORS_METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'];

/** Reads an `AWS::CloudFront::ResponseHeadersPolicy`. Throws `template-unsupported` for parts that are not sent here. */
export function readHeadersPolicy(resource: Resource): HeadersPlan {
  checkProperties(resource, { acted: ['ResponseHeadersPolicyConfig'], noEffect: [] });
  const where = at(resource, 'ResponseHeadersPolicyConfig');
  const config = asObject(property(resource, 'ResponseHeadersPolicyConfig'), where);
  const parts = [
    'Name',
    'Comment',
    'CorsConfig',
    'CustomHeadersConfig',
    'RemoveHeadersConfig',
    'SecurityHeadersConfig',
  ];
  const other = Object.keys(config).find((name) => !parts.includes(name));
  if (other !== undefined) throw unsupported(resource, `ResponseHeadersPolicyConfig.${other}`);
  const cors = member(config, 'CorsConfig');
  const security = asObject(member(config, 'SecurityHeadersConfig') ?? {}, where);
  return {
    cors: isObject(cors) ? readCors(cors, `${where}.CorsConfig`) : undefined,
    fixed: [
      ...readSecurity(resource, security, `${where}.SecurityHeadersConfig`),
      ...itemsOf(member(config, 'CustomHeadersConfig'), where).map((item) => readCustom(item, where)),
    ],
    removed: itemsOf(member(config, 'RemoveHeadersConfig'), where).map((item) =>
      asText(member(asObject(item, where), 'Header'), where).toLowerCase(),
    ),
  };
}

function readCors(cors: JsonObject, where: string): CorsPlan {
  const texts = (name: string): string[] =>
    itemsOf(member(cors, name), where).map((item) => asText(item, where));
  const methods = texts('AccessControlAllowMethods');
  const maxAge = member(cors, 'AccessControlMaxAgeSec');
  return {
    origins: texts('AccessControlAllowOrigins'),
    methods: methods.includes('ALL') ? CORS_METHODS : methods,
    headers: texts('AccessControlAllowHeaders'),
    exposed: texts('AccessControlExposeHeaders'),
    credentials: asFlag(member(cors, 'AccessControlAllowCredentials') ?? false, where),
    maxAgeSeconds: maxAge === undefined ? undefined : asWhole(maxAge, where),
  };
}

type SecurityHeader = { readonly name: string; readonly value: (part: JsonObject, where: string) => string };

const SECURITY_HEADERS: ReadonlyMap<string, SecurityHeader> = new Map([
  ['ContentTypeOptions', { name: 'X-Content-Type-Options', value: () => 'nosniff' }],
  ['FrameOptions', { name: 'X-Frame-Options', value: textOf('FrameOption') }],
  ['ReferrerPolicy', { name: 'Referrer-Policy', value: textOf('ReferrerPolicy') }],
  ['ContentSecurityPolicy', { name: 'Content-Security-Policy', value: textOf('ContentSecurityPolicy') }],
  ['StrictTransportSecurity', { name: 'Strict-Transport-Security', value: transportSecurity }],
  ['XSSProtection', { name: 'X-XSS-Protection', value: scriptProtection }],
]);

function readSecurity(resource: Resource, security: JsonObject, where: string): FixedHeader[] {
  return Object.entries(security).map(([key, json]) => {
    const header = SECURITY_HEADERS.get(key);
    if (header === undefined) {
      throw unsupported(resource, `ResponseHeadersPolicyConfig.SecurityHeadersConfig.${key}`);
    }
    const part = asObject(json, `${where}.${key}`);
    return {
      name: header.name,
      value: header.value(part, `${where}.${key}`),
      override: asFlag(member(part, 'Override') ?? false, `${where}.${key}.Override`),
    };
  });
}

function textOf(name: string): SecurityHeader['value'] {
  return (part, where) => asText(member(part, name), `${where}.${name}`);
}

function transportSecurity(part: JsonObject, where: string): string {
  const flag = (name: string): boolean => asFlag(member(part, name) ?? false, `${where}.${name}`);
  const age = asWhole(member(part, 'AccessControlMaxAgeSec'), `${where}.AccessControlMaxAgeSec`);
  return [`max-age=${age}`, flag('IncludeSubdomains') && 'includeSubDomains', flag('Preload') && 'preload']
    .filter((word) => word !== false)
    .join('; ');
}

function scriptProtection(part: JsonObject, where: string): string {
  if (!asFlag(member(part, 'Protection'), where)) return '0';
  return asFlag(member(part, 'ModeBlock') ?? false, where) ? '1; mode=block' : '1';
}

function readCustom(item: Json, where: string): FixedHeader {
  const header = asObject(item, `${where}.CustomHeadersConfig`);
  return {
    name: asText(member(header, 'Header'), where),
    value: asText(member(header, 'Value'), where),
    override: asFlag(member(header, 'Override') ?? false, where),
  };
}

function itemsOf(list: Json | undefined, where: string): Json[] {
  return list === undefined ? [] : asList(member(asObject(list, where), 'Items') ?? [], where);
}
