import { isObject, type Json, type JsonObject, member } from '../../json.ts';
import type { Checksum } from '../body/checksum.ts';
import { type ChecksumType, namedAlgorithm } from '../body/checksum.ts';

/** What every version of a key has, be it an object or a mark that it was deleted. */
interface VersionFacts {
  readonly key: string;
  /** `null` where the bucket had no versioning when it was written, as in S3. */
  readonly versionId: string;
  /** Hex of a fixed length: sorts as text, grows with every write. */
  readonly sequencer: string;
  readonly lastModified: string;
}

/** An object: its bytes lie in a file of their own. */
export interface ObjectVersion extends VersionFacts {
  readonly kind: 'object';
  /** Without quotes. */
  readonly etag: string;
  readonly size: number;
  readonly checksum: Checksum | undefined;
  /** Content-Type and the like, and x-amz-meta-…: as they were sent, names in lower case. */
  readonly headers: readonly (readonly [string, string])[];
}

/** A mark that the key was deleted in a versioned bucket. */
export interface DeleteMarker extends VersionFacts {
  readonly kind: 'deleteMarker';
}

/** One version of a key. */
export type Version = ObjectVersion | DeleteMarker;

/** A version as its metadata file says it. */
export function writeVersion(version: Version): string {
  return `${JSON.stringify(version, undefined, 2)}\n`;
}

/** Reads a metadata file. Throws an error that names the file where it is damaged. */
export function readVersion(text: string, file: string): Version {
  const damaged = new Error(`${file}: this metadata file is damaged; remove it and upload the object again.`);
  const object = parseObject(text, damaged);
  const facts = {
    key: textOf(object, 'key', damaged),
    versionId: textOf(object, 'versionId', damaged),
    sequencer: textOf(object, 'sequencer', damaged),
    lastModified: textOf(object, 'lastModified', damaged),
  };
  if (member(object, 'kind') === 'deleteMarker') return { kind: 'deleteMarker', ...facts };
  return {
    kind: 'object',
    ...facts,
    etag: textOf(object, 'etag', damaged),
    size: wholeOf(object, 'size', damaged),
    checksum: checksumOf(member(object, 'checksum'), damaged),
    headers: pairsOf(member(object, 'headers'), damaged),
  };
}

/** Parses a file of ours. Throws `damaged` where it holds no JSON object. */
export function parseObject(text: string, damaged: Error): JsonObject {
  try {
    const json: Json = JSON.parse(text);
    if (isObject(json)) return json;
  } catch {
    throw damaged;
  }
  throw damaged;
}

/** A member that is a text. */
export function textOf(object: JsonObject, name: string, damaged: Error): string {
  const value = member(object, name);
  if (typeof value !== 'string') throw damaged;
  return value;
}

/** A member that is a whole number. */
export function wholeOf(object: JsonObject, name: string, damaged: Error): number {
  const value = member(object, name);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw damaged;
  return value;
}

/** A list of names and texts. */
export function pairsOf(value: Json | undefined, damaged: Error): [string, string][] {
  if (!Array.isArray(value)) throw damaged;
  return value.map((pair) => {
    const [name, text] = Array.isArray(pair) ? pair : [];
    if (typeof name !== 'string' || typeof text !== 'string') throw damaged;
    return [name, text];
  });
}

/** A checksum, or undefined where there is none. */
export function checksumOf(value: Json | undefined, damaged: Error): Checksum | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value)) throw damaged;
  return {
    algorithm: namedAlgorithm(textOf(value, 'algorithm', damaged)),
    type: checksumType(textOf(value, 'type', damaged)),
    value: textOf(value, 'value', damaged),
  };
}

/** The type that a text names; anything else than COMPOSITE is the default. */
export function checksumType(text: string): ChecksumType {
  return text === 'COMPOSITE' ? 'COMPOSITE' : 'FULL_OBJECT';
}
