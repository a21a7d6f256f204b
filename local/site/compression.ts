import type { Asking, Headers } from './headers.ts';

// CloudFront compresses these among others, from 1,000 to 10,000,000 bytes.
// Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
const types = /^(text\/(html|css|javascript)|application\/json)\b/;
const [least, most] = [1_000, 10_000_000];

/** Whether CloudFront would compress this answer of a behaviour that compresses; here always with gzip. */
export function isCompressed(status: number, headers: Headers, { headers: asked }: Asking): boolean {
  const accepted = String(asked['accept-encoding'] ?? '');
  const length = Number(headers.get('content-length'));
  return (
    status === 200 &&
    /\bgzip\b/.test(accepted) &&
    types.test(String(headers.get('content-type'))) &&
    !headers.has('content-encoding') &&
    length >= least &&
    length <= most
  );
}

/** Says so in the headers: the length is not known any more, and the ETag is a weak one. */
export function markCompressed(headers: Headers): void {
  headers.delete('content-length');
  headers.delete('accept-ranges');
  headers.set('content-encoding', 'gzip');
  headers.set('vary', [headers.get('vary'), 'Accept-Encoding'].filter(Boolean).join(', '));
  const etag = headers.get('etag');
  if (typeof etag === 'string' && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`);
}
