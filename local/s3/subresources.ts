import type { S3Request } from './protocol/request.ts';

/** Parameters that make a request another operation, those that are served and those that are only recognized. */
const SUBRESOURCES = [
  'uploadId',
  'uploads',
  'delete',
  'versions',
  'location',
  'list-type',
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'logging',
  'metadataTable',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'renameObject',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'session',
  'tagging',
  'torrent',
  'versioning',
  'website',
];

const VERBS = new Map([
  ['GET', 'Get'],
  ['PUT', 'Put'],
  ['DELETE', 'Delete'],
  ['POST', 'Post'],
  ['HEAD', 'Head'],
]);

/** The names of operations that do not follow from their parts. */
const IRREGULAR = new Map([
  ['GET bucket uploads', 'ListMultipartUploads'],
  ['PUT object uploadId copy', 'UploadPartCopy'],
  ['POST object restore', 'RestoreObject'],
  ['POST object select', 'SelectObjectContent'],
  ['GET bucket session', 'CreateSession'],
  ['PUT object renameObject', 'RenameObject'],
  ['POST bucket', 'PostObject'],
]);

/** The subresource that a request names; a copy is told by its header. Undefined for the object or bucket itself. */
export function subresourceOf(request: S3Request): string | undefined {
  const named = SUBRESOURCES.find((name) => request.query.has(name));
  const isCopy = request.method === 'PUT' && request.headers.has('x-amz-copy-source');
  if (!isCopy) return named;
  return named === undefined ? 'copy' : `${named} copy`;
}

/** S3's name for an operation that is not served, as far as it can be told: the SDK says it itself. */
export function operationName(request: S3Request, level: string, subresource: string | undefined): string {
  const said = request.query.get('x-id') ?? '';
  if (/^[A-Za-z0-9]{3,60}$/.test(said)) return said;
  const parts = [request.method, level, ...(subresource === undefined ? [] : [subresource])];
  const irregular = IRREGULAR.get(parts.join(' '));
  if (irregular !== undefined) return irregular;
  return `${VERBS.get(request.method) ?? request.method} ${level} ${subresource ?? ''}`
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
