import { shown, shownList } from '../text/shown.ts';
import { isObject } from './json.ts';

/** What is wrong at a place of a JSON document. */
export interface SchemaProblem {
  /** JSON pointer, `/` for the whole document. */
  readonly pointer: string;
  readonly reason: string;
}

/** Checks values against a schema and says in words what does not fit. */
export interface SchemaChecker<T> {
  fits(value: unknown): value is T;
  /** At least one problem for a value that does not fit. */
  problems(value: unknown): SchemaProblem[];
}

/** What a validator of JSON Schema says is wrong: an error of Ajv with `verbose`, which this is as much of as is read here. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly schema?: unknown;
  readonly data?: unknown;
}

/** A compiled schema. */
export interface CompiledSchema {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** A validator of JSON Schema 2020-12 that reports every error: Ajv with `allErrors` and `verbose`. The model has no library of its own. */
export interface SchemaCompiler {
  compile(schema: object): CompiledSchema;
}

/** The checker of a JSON Schema that has its definitions in `$defs`. */
export function schemaCheckerOf<T>(compiler: SchemaCompiler, schema: object): SchemaChecker<T> {
  const validate = compiler.compile(schema);
  const definitions = '$defs' in schema && isObject(schema.$defs) ? schema.$defs : {};
  // A form of a choice stands alone only together with the definitions that it refers to.
  const errorsOf = (form: object, value: unknown) => {
    const check = compiler.compile({ $defs: definitions, ...form });
    return check(value) ? [] : (check.errors ?? []);
  };
  return {
    fits: (value): value is T => validate(value),
    problems(value) {
      const found = new Map<string, SchemaProblem>();
      const errors = validate(value) ? [] : (validate.errors ?? []);
      for (const problem of problemsOf(errors, '', definitions, errorsOf))
        found.set(`${problem.pointer} ${problem.reason}`, problem);
      return [...found.values()];
    },
  };
}

type ErrorsOf = (form: object, value: unknown) => readonly SchemaError[];

/**
 * Of a value that fits none of several forms, the validator reports what it lacks of each. Where constant members (as `type`) tell which form
 * was meant, or else the members that one form alone requires, it is checked against that one alone; where they do not, the only thing to say is
 * that no form fits.
 */
function problemsOf(
  errors: readonly SchemaError[],
  at: string,
  definitions: object,
  errorsOf: ErrorsOf,
): SchemaProblem[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf');
  const inChoice = (error: SchemaError) =>
    choices.some((choice) => error !== choice && isAt(error.instancePath, choice.instancePath));
  return errors.flatMap((error) => {
    if (inChoice(error)) return [];
    const pointer = `${at}${error.instancePath}`;
    const form = error.keyword === 'oneOf' ? meantForm(error, definitions) : null;
    if (form === null) return [{ pointer: shown(pointer || '/'), reason: reasonOf(error) }];
    return problemsOf(errorsOf(form, error.data), pointer, definitions, errorsOf);
  });
}

function isAt(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** The one form whose constant members the value has or, of the forms without any, whose required ones; null when there is none or several. */
function meantForm({ schema, data }: SchemaError, definitions: object): object | null {
  const forms: unknown[] = Array.isArray(schema) ? schema : [];
  const known = forms.filter((form) => isObject(form)).map((form) => resolved(form, definitions));
  const typed = known.filter((form) => hasConstants(form, data));
  const meant = typed.length > 0 ? typed : known.filter((form) => hasRequired(form, data));
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

function resolved(form: object, definitions: object): object {
  const name = '$ref' in form && typeof form.$ref === 'string' ? form.$ref.replace('#/$defs/', '') : '';
  const definition: unknown = Object.entries(definitions).find(([key]) => key === name)?.[1];
  return isObject(definition) ? definition : form;
}

function hasConstants(form: object, data: unknown): boolean {
  const constants = constantsOf(form);
  if (constants.length === 0 || !isObject(data)) return false;
  const values = new Map<string, unknown>(Object.entries(data));
  return constants.every(([name, value]) => values.get(name) === value);
}

function hasRequired(form: object, data: unknown): boolean {
  const required = 'required' in form ? listed(form.required) : [];
  if (required.length === 0 || constantsOf(form).length > 0 || !isObject(data)) return false;
  const names = new Set<unknown>(Object.keys(data));
  return required.every((name) => names.has(name));
}

function constantsOf(form: object): (readonly [string, unknown])[] {
  const members = 'properties' in form && isObject(form.properties) ? Object.entries(form.properties) : [];
  return members.flatMap(([name, member]: [string, unknown]) =>
    isObject(member) && 'const' in member ? [[name, member.const] as const] : [],
  );
}

function reasonOf({ keyword, params, message }: SchemaError): string {
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
      return `the value must be one of ${shownList(listed(params.allowedValues).map(String))}`;
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

function listed(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? values : [];
}
