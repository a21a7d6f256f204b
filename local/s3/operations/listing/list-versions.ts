import type { Bucket } from '../../disk/bucket.ts';
import { currentVersion, noncurrentVersions } from '../../disk/lookup.ts';
import type { Version } from '../../disk/version.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { document, element, sequence, type Xml } from '../../protocol/xml.ts';
import type { BucketCall } from '../call.ts';
import { keyWriter } from '../xml-parts.ts';
import { type ListScope, readScope, takePage, walk } from './walk.ts';

/** ListObjectVersions: every version and delete marker, by key, newest first. */
export async function listObjectVersions(call: BucketCall): Promise<Reply> {
  const { query } = call.request;
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker') ?? '';
  if (versionMarker !== '' && keyMarker === '') {
    throw new S3Error('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
  }
  const scope = readScope(query, keyMarker);
  const write = keyWriter(scope.encodingType);
  const page = takePage(allRows(call.bucket, scope, versionMarker), scope.maxKeys);
  const last = page.truncated ? page.rows.at(-1) : undefined;
  const content = sequence([
    element('Name', call.bucket.name),
    element('Prefix', write(scope.prefix)),
    element('Delimiter', scope.delimiter === '' ? undefined : write(scope.delimiter)),
    element('KeyMarker', write(keyMarker)),
    element('VersionIdMarker', versionMarker),
    element('NextKeyMarker', last && write(nameOf(last))),
    element('NextVersionIdMarker', last?.kind === 'version' ? last.version.versionId : undefined),
    element('MaxKeys', scope.maxKeys),
    element('EncodingType', scope.encodingType),
    element('IsTruncated', page.truncated),
    ...page.rows.map((row) => rowXml(row, write)),
  ]);
  return { status: 200, body: { xml: document('ListVersionsResult', content) } };
}

type Row =
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'version'; readonly version: Version; readonly isLatest: boolean };

/** With a version marker the page begins inside the key of the key marker, behind that version. */
function* allRows(bucket: Bucket, scope: ListScope, versionMarker: string): Generator<Row> {
  for (const entry of walk(bucket.keys, scope, versionMarker !== '')) {
    if (entry.kind === 'prefix') {
      yield entry;
      continue;
    }
    const rows = versionsOf(bucket, entry.key);
    const resumes = versionMarker !== '' && entry.key === scope.after;
    const seen = resumes ? rows.findIndex((row) => row.version.versionId === versionMarker) : -1;
    yield* rows.slice(seen + 1);
  }
}

function versionsOf(bucket: Bucket, key: string) {
  const current = currentVersion(bucket.folders, key);
  const versions = [...(current === undefined ? [] : [current]), ...noncurrentVersions(bucket.folders, key)];
  return versions.map((version) => ({ kind: 'version' as const, version, isLatest: version === current }));
}

function nameOf(row: Row): string {
  return row.kind === 'prefix' ? row.prefix : row.version.key;
}

function rowXml(row: Row, write: (key: string) => string): Xml {
  if (row.kind === 'prefix') return element('CommonPrefixes', element('Prefix', write(row.prefix)));
  const { version, isLatest } = row;
  const facts = [
    element('Key', write(version.key)),
    element('VersionId', version.versionId),
    element('IsLatest', isLatest),
    element('LastModified', version.lastModified),
  ];
  if (version.kind === 'deleteMarker') return element('DeleteMarker', sequence(facts));
  const bytes = [
    element('ETag', `"${version.etag}"`),
    element('ChecksumAlgorithm', version.checksum?.algorithm),
    element('ChecksumType', version.checksum?.type),
    element('Size', version.size),
    element('StorageClass', 'STANDARD'),
  ];
  return element('Version', sequence([...facts, ...bytes]));
}
