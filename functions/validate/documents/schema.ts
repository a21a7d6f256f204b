import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { shown, shownList } from '../findings.ts';

/** What is wrong at a place of a JSON document. */
export interface SchemaProblem {
  /** JSON pointer, `/` for the whole document. */
  readonly pointer: string;
  readonly reason: string;
}

/** Compiles a JSON Schema 2020-12. Ajv is loaded only here: most uploads are tables and never need it. */
export async function compileSchema<T>(schema: object): Promise<ValidateFunction<T>> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: true, verbose: true, logger: false });
  ajv.addVocabulary(['tsType']);
  return ajv.compile<T>(schema);
}

/** Says in words what the validator found, in its order; of alternatives only the one that was meant. */
export function schemaProblems(errors: readonly ErrorObject[]): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of withoutAlternatives(errors)) {
    const problem = { pointer: shown(error.instancePath || '/'), reason: reasonOf(error) };
    problems.set(`${problem.pointer} ${problem.reason}`, problem);
  }
  return [...problems.values()];
}

/**
 * Of a value that fits none of several forms the validator reports what each form misses. Where a constant member (as `type`) tells
 * which form was meant, only that form's errors stay; where none does, only the fact that no form fits.
 */
function withoutAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let left = errors;
  for (const choice of errors.filter(({ keyword }) => keyword === 'oneOf')) {
    const inside = (error: ErrorObject) =>
      error !== choice &&
      (error.instancePath === choice.instancePath ||
        error.instancePath.startsWith(`${choice.instancePath}/`));
    const others = left.filter((error) => inside(error) && isOtherForm(error, choice)).map(formOf);
    const forms = Array.isArray(choice.schema) ? choice.schema.length : 0;
    left = left.filter((error) => {
      if (others.length !== forms - 1) return !inside(error);
      return error !== choice && !(inside(error) && others.some((form) => error.schemaPath.startsWith(form)));
    });
  }
  return left;
}

function isOtherForm(error: ErrorObject, choice: ErrorObject): boolean {
  const member = error.instancePath.slice(choice.instancePath.length + 1);
  return error.keyword === 'const' && member !== '' && !member.includes('/');
}

/** The place in the schema of the form that a constant member belongs to. */
function formOf(error: ErrorObject): string {
  return error.schemaPath.slice(0, error.schemaPath.indexOf('/properties/') + 1);
}

function reasonOf({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `the member "${params.missingProperty}" is missing`;
    case 'additionalProperties':
      return `the member "${shown(String(params.additionalProperty))}" is not known here`;
    case 'propertyNames':
      return `"${shown(String(params.propertyName))}" cannot be the name of a member here`;
    case 'type':
      return `the value must be of type ${params.type}`;
    case 'enum':
      return `the value must be one of ${shownList(params.allowedValues.map(String))}`;
    case 'const':
      return `the value must be "${params.allowedValue}"`;
    case 'pattern':
      return `the value does not have the form ${params.pattern}`;
    case 'oneOf':
      return 'the value has none of the forms that are allowed here';
    case 'uniqueItems':
      return `items ${params.j} and ${params.i} are the same`;
    default:
      return `the value ${message ?? 'does not fit'}`;
  }
}
