import { receiveXml } from '../../body/payload.ts';
import { readTags, removeTags, type Tags, writeTags } from '../../disk/tags.ts';
import type { ObjectVersion } from '../../disk/version.ts';
import { S3Error } from '../../protocol/errors.ts';
import type { Reply } from '../../protocol/reply.ts';
import { document, element, sequence } from '../../protocol/xml.ts';
import { childText, malformed, readXml } from '../../protocol/xml-reader.ts';
import { type ObjectCall, temporaryFile } from '../call.ts';
import { namedObject } from './get.ts';
import { versionHeaders } from './object-headers.ts';

const MAX_TAGS = 10;
const MAX_NAME = 128;
const MAX_VALUE = 256;

/** GetObjectTagging, of the current version or of one that is named. */
export async function getObjectTagging(call: ObjectCall): Promise<Reply> {
  const object = tagged(call);
  const tags = readTags(call.bucket.folders, object).map(([name, value]) =>
    element('Tag', sequence([element('Key', name), element('Value', value)])),
  );
  const content = element('TagSet', sequence(tags));
  return { status: 200, headers: versionHeaders(object), body: { xml: document('Tagging', content) } };
}

/** PutObjectTagging: the tags take the place of those that were there. Throws `InvalidTag`, `MalformedXML`. */
export async function putObjectTagging(call: ObjectCall): Promise<Reply> {
  const tags = wantedTags(await receiveXml(call.request, temporaryFile(call.bucket), 'body'));
  const object = tagged(call);
  writeTags(call.bucket.folders, object, tags);
  return { status: 200, headers: versionHeaders(object) };
}

/** DeleteObjectTagging: takes all tags away. */
export async function deleteObjectTagging(call: ObjectCall): Promise<Reply> {
  const object = tagged(call);
  await removeTags(call.bucket.folders, object);
  return { status: 204, headers: versionHeaders(object) };
}

function tagged(call: ObjectCall): ObjectVersion {
  return namedObject(call, call.key, call.request.query.get('versionId') ?? undefined);
}

function wantedTags(text: string): Tags {
  const root = readXml(text);
  const [set, ...others] = root.children.filter(({ name }) => name === 'TagSet');
  if (root.name !== 'Tagging' || set === undefined || others.length > 0) throw malformed();
  const tags = set.children.map((tag): [string, string] => {
    const name = childText(tag, 'Key');
    const value = childText(tag, 'Value');
    if (tag.name !== 'Tag' || name === undefined || value === undefined) throw malformed();
    return [name, value];
  });
  const fits = tags.every(
    ([name, value]) => name.length > 0 && name.length <= MAX_NAME && value.length <= MAX_VALUE,
  );
  if (tags.length > MAX_TAGS || !fits || new Set(tags.map(([name]) => name)).size < tags.length)
    throw new S3Error(
      'InvalidTag',
      'An object has at most 10 tags of different keys; a key has 1 to 128 characters, a value at most 256.',
    );
  return tags;
}
