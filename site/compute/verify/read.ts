import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../../../functions/publish/verify/bytes.ts';
import { LeftOpen, NotVerified } from './step.ts';

/**
 * Reads a published file by its path from the root of the site; null when it is not there (404). Rejects when nobody answers.
 * What comes is whatever the server, or somebody on the way, says: nothing of it counts before it is checked.
 */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

/** The bytes of a file that has to be there. Throws NotVerified where it is not, LeftOpen where nobody answers. */
export async function needed(read: ReadFile, file: string): Promise<Uint8Array> {
  const bytes = await attempted(read, file);
  if (bytes) return bytes;
  throw new NotVerified({ code: 'missing', file });
}

/** The bytes of a file; null where there is none. Throws LeftOpen where nobody answers. */
export async function attempted(read: ReadFile, file: string): Promise<Uint8Array | null> {
  try {
    return await read(file);
  } catch {
    throw new LeftOpen({ code: 'unreachable', file });
  }
}

/** The bytes as a text. Throws NotVerified where they are no UTF-8. */
export function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotVerified({ code: 'unreadable', file });
  }
}

/** The bytes as JSON, of whatever shape. Throws NotVerified where they are none. */
export function jsonOf(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(textOf(bytes, file));
  } catch {
    throw new NotVerified({ code: 'unreadable', file });
  }
}

/** SHA-256, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return hex(sha256(bytes));
}
