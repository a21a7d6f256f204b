import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text's in UTF-8, hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** What an element states in `integrity` that loads these bytes (W3C Subresource Integrity): their SHA-384. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
