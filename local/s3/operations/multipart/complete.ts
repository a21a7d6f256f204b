import { receiveXml } from '../../body/payload.ts';
import { dropUpload, partsOf } from '../../disk/uploads.ts';
import type { Reply } from '../../protocol/reply.ts';
import { document, element, sequence } from '../../protocol/xml.ts';
import { type ObjectCall, temporaryFile } from '../call.ts';
import { writeCondition } from '../objects/conditions.ts';
import { versionHeaders } from '../objects/object-headers.ts';
import { createObject } from '../objects/put.ts';
import { checksumXml } from '../xml-parts.ts';
import { assemble } from './assemble.ts';
import { chooseParts, readListed } from './choose-parts.ts';
import { withUpload } from './uploads.ts';

/** CompleteMultipartUpload: the listed parts in their order become one file and then, as with PutObject, the object. */
export async function completeMultipartUpload(call: ObjectCall): Promise<Reply> {
  const check = writeCondition(call.request.headers);
  return withUpload(call, async (upload) => {
    const listed = readListed(await receiveXml(call.request, temporaryFile(call.bucket), 'object'));
    const parts = chooseParts(upload, listed, partsOf(call.bucket.folders, upload.uploadId));
    const wanted = await assemble(call, upload, parts);
    const object = await createObject(call, wanted, check, 'CompleteMultipartUpload');
    await dropUpload(call.bucket.folders, upload.uploadId);
    const content = sequence([
      element('Location', `http://${call.request.headers.get('host')}${call.request.resource}`),
      element('Bucket', call.bucket.name),
      element('Key', call.key),
      element('ETag', `"${object.etag}"`),
      checksumXml(object.checksum),
    ]);
    return {
      status: 200,
      headers: versionHeaders(object),
      body: { xml: document('CompleteMultipartUploadResult', content) },
    };
  });
}
