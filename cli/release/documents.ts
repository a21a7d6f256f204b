import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AreaResults } from '../../functions/model/generated/area-results.ts';
import type { ElectionDefinition } from '../../functions/model/generated/election.ts';
import type { Latest } from '../../functions/model/generated/latest.ts';
import type { Manifest } from '../../functions/model/generated/manifest.ts';
import type { ResultsParts } from '../../functions/model/generated/results-parts.ts';
import type { Versions } from '../../functions/model/generated/versions.ts';
import { ReleaseDefect, shown } from './defect.ts';
import type { ReleaseFolder } from './folder.ts';

/** Most bytes of a document that is read whole: the certificate of a million seats has room, a bomb has not. */
export const documentLimit = 64 * 1024 * 1024;

/** The documents that keep to a schema of the same name. */
interface Documents {
  readonly 'area-results': AreaResults;
  readonly election: ElectionDefinition;
  readonly latest: Latest;
  readonly manifest: Manifest;
  readonly 'results-parts': ResultsParts;
  readonly versions: Versions;
}

/**
 * A JSON document of a release, checked against its schema. Throws ReleaseDefect when it is missing, too large, not UTF-8, not JSON,
 * or does not keep to the schema.
 */
export async function readDocument<Name extends keyof Documents>(
  folder: ReleaseFolder,
  file: string,
  schema: Name,
): Promise<Documents[Name]> {
  return checkedDocument(await readText(folder, file), file, schema);
}

/** The same for a document that has been read already. */
export function checkedDocument<Name extends keyof Documents>(
  text: string,
  file: string,
  schema: Name,
): Documents[Name] {
  return checkedValue(parsed(text, file), file, schema);
}

/** The same for a value. */
export function checkedValue<Name extends keyof Documents>(
  value: unknown,
  file: string,
  schema: Name,
): Documents[Name] {
  const validate = ajv.compile<Documents[Name]>(schemaOf(schema));
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  throw new ReleaseDefect({
    file,
    at: error?.instancePath ?? '',
    expected: `a value that keeps to the schema of ${schema}`,
    found: `one that ${error?.message ?? 'does not'}${memberOf(error?.params)}`,
  });
}

/** The text of a file that is read whole. Throws ReleaseDefect as `readDocument` does. */
export async function readText(folder: ReleaseFolder, file: string): Promise<string> {
  const bytes = await folder.size(file);
  if (bytes !== null && bytes > documentLimit)
    throw new ReleaseDefect({
      file,
      at: '',
      expected: `at most ${documentLimit} bytes`,
      found: String(bytes),
    });
  const chunks: Uint8Array[] = [];
  for await (const chunk of folder.read(file)) chunks.push(chunk);
  return decoded(Buffer.concat(chunks), file);
}

/** Bytes as UTF-8 text. Throws ReleaseDefect where they are none. */
export function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ReleaseDefect({ file, at: '', expected: 'text in UTF-8', found: 'other bytes' });
  }
}

/** A JSON text as a value. Throws ReleaseDefect where it is none. */
export function parsed(text: string, file: string, at = ''): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ReleaseDefect({ file, at, expected: 'JSON', found: `text that is none (${shown(reason)})` });
  }
}

/** Read once: Ajv compiles a schema once as long as it is the same object. */
function schemaOf(name: keyof Documents): object {
  const known = schemas.get(name);
  if (known) return known;
  const text = readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8');
  const schema: object = JSON.parse(text);
  schemas.set(name, schema);
  return schema;
}

const schemas = new Map<keyof Documents, object>();
const ajv = new Ajv2020({ logger: false });
ajv.addVocabulary(['tsType']);

function memberOf(params: Readonly<Record<string, unknown>> | undefined): string {
  const member = params?.additionalProperty ?? params?.unevaluatedProperty;
  return member === undefined ? '' : `: ${shown(member)}`;
}
