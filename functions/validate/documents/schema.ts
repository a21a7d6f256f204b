import { type SchemaChecker, schemaCheckerOf } from '../../model/json/schema.ts';

export type { SchemaChecker } from '../../model/json/schema.ts';

/** The checker of a JSON Schema 2020-12. Ajv is loaded only here: most uploads are tables and never need it. */
export async function schemaChecker<T>(schema: object): Promise<SchemaChecker<T>> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: true, verbose: true, logger: false });
  ajv.addVocabulary(['tsType']);
  return schemaCheckerOf(ajv, schema);
}
