import type { Call, Operation } from './operations/call.ts';
import { OPERATIONS } from './operations/table.ts';
import { notImplemented } from './protocol/errors.ts';
import { preflight, type Reply } from './protocol/reply.ts';
import type { S3Request } from './protocol/request.ts';
import { operationName, subresourceOf } from './subresources.ts';

/** Finds the operation that a request means and runs it. Throws `NotImplemented` with the operation's name for all others. */
export async function route(call: Call): Promise<Reply> {
  const { request } = call;
  if (request.method === 'OPTIONS') return preflight(request.headers);
  const level = levelOf(request);
  const subresource = subresourceOf(request);
  const name = [request.method, level, ...(subresource === undefined ? [] : [subresource])].join(' ');
  const operation = OPERATIONS.get(name);
  if (operation === undefined) throw notImplemented(operationName(request, level, subresource));
  if (operation.level === 'account') return operation.run(call);
  const bucketCall = { ...call, bucket: call.store.bucket(request.bucket ?? '') };
  if (operation.level === 'bucket') return operation.run(bucketCall);
  return operation.run({ ...bucketCall, key: request.key ?? '' });
}

function levelOf(request: S3Request): Operation['level'] {
  if (request.bucket === undefined) return 'account';
  return request.key === undefined ? 'bucket' : 'object';
}
