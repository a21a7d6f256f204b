import { LocalError } from '../errors.ts';
import { asList, asObject, asText, asWhole, isObject, type Json, type JsonObject, member } from '../json.ts';

/** Turns a template's values, with the intrinsic functions in them, into plain values. */
export type Resolver = {
  /** The plain value; undefined where the template says `AWS::NoValue`. Throws `template-unsupported` naming `where`. */
  readonly value: (json: Json, where: string) => Json | undefined;
  /** Whether the template's condition of that name holds. */
  readonly holds: (condition: string) => boolean;
};

/** What a resolver asks of the stack. */
export type Surroundings = {
  /** The value of a `Ref`, or undefined for a name that does not exist. */
  readonly ref: (name: string) => Json | undefined;
  /** The value of an `Fn::GetAtt`, or undefined for one that does not exist. */
  readonly attribute: (logicalId: string, name: string) => Json | undefined;
  /** The last say over a text that was put together from parts. */
  readonly joined: (text: string) => string;
};

const NO_VALUE = 'AWS::NoValue';

type Scope = { readonly template: JsonObject; readonly references: Surroundings };
type Intrinsic = (argument: Json, scope: Scope, where: string) => Json | undefined;

const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map([
  ['Ref', (argument, scope, where) => ref(asText(argument, where), scope, where)],
  ['Fn::GetAtt', getAttribute],
  ['Fn::Join', join],
  ['Fn::Sub', substitute],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::If', choose],
  ['Fn::FindInMap', findInMap],
  ['Fn::Equals', equals],
  ['Fn::And', (argument, scope, where) => asList(argument, where).every((part) => truth(part, scope, where))],
  ['Fn::Or', (argument, scope, where) => asList(argument, where).some((part) => truth(part, scope, where))],
  ['Fn::Not', (argument, scope, where) => !truth(asList(argument, where)[0] ?? false, scope, where)],
] satisfies [string, Intrinsic][]);

/** A resolver over a template's conditions and mappings and the given references. */
export function createResolver(template: JsonObject, references: Surroundings): Resolver {
  const scope = { template, references };
  return {
    value: (json, where) => evaluate(json, scope, where),
    holds: (condition) => holds(condition, scope),
  };
}

function evaluate(json: Json, scope: Scope, where: string): Json | undefined {
  if (Array.isArray(json)) {
    const values = json.map((item, index) => evaluate(item, scope, `${where}[${index}]`));
    return values.filter((value) => value !== undefined);
  }
  if (!isObject(json)) return json;
  const [entry, ...others] = Object.entries(json);
  if (entry !== undefined && others.length === 0) {
    const [name, argument] = entry;
    const intrinsic = INTRINSICS.get(name);
    if (intrinsic !== undefined) return intrinsic(argument, scope, where);
    if (name.startsWith('Fn::')) throw unsupported(where, `the intrinsic function ${name}`);
  }
  const resolved: JsonObject = Object.create(null);
  for (const [key, part] of Object.entries(json)) {
    const value = evaluate(part, scope, `${where}.${key}`);
    if (value !== undefined) resolved[key] = value;
  }
  return resolved;
}

function ref(name: string, scope: Scope, where: string): Json | undefined {
  if (name === NO_VALUE) return undefined;
  const value = scope.references.ref(name);
  if (value === undefined) throw unsupported(where, `a reference to ${name}`);
  return value;
}

function getAttribute(argument: Json, scope: Scope, where: string): Json {
  const path = typeof argument === 'string' ? argument.split('.') : asList(argument, where);
  const [logicalId, ...names] = path.map((part) => asText(part, where));
  const name = names.join('.');
  const value = scope.references.attribute(logicalId ?? '', name);
  if (value === undefined) throw unsupported(where, `the attribute ${name} of ${logicalId}`);
  return value;
}

function join(argument: Json, scope: Scope, where: string): string {
  const [delimiter, parts] = asList(argument, where);
  const texts = asList(evaluate(parts ?? [], scope, where), where).map((part) => scalar(part, where));
  return scope.references.joined(texts.join(asText(delimiter, where)));
}

function substitute(argument: Json, scope: Scope, where: string): string {
  const [text, extra] = typeof argument === 'string' ? [argument] : asList(argument, where);
  const variables = extra === undefined ? {} : asObject(evaluate(extra, scope, where), where);
  const filled = asText(text, where).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const local = member(variables, name);
    if (local !== undefined) return scalar(local, where);
    const value = name.includes('.') ? getAttribute(name, scope, where) : ref(name, scope, where);
    return scalar(value, where);
  });
  return scope.references.joined(filled);
}

function select(argument: Json, scope: Scope, where: string): Json | undefined {
  const [index, list] = asList(argument, where);
  return asList(evaluate(list ?? [], scope, where), where)[
    asWhole(evaluate(index ?? '', scope, where), where)
  ];
}

function split(argument: Json, scope: Scope, where: string): Json {
  const [delimiter, source] = asList(argument, where);
  return asText(evaluate(source ?? '', scope, where), where).split(asText(delimiter, where));
}

function choose(argument: Json, scope: Scope, where: string): Json | undefined {
  const [condition, yes, no] = asList(argument, where);
  const chosen = holds(asText(condition, where), scope) ? yes : no;
  return chosen === undefined ? undefined : evaluate(chosen, scope, where);
}

function findInMap(argument: Json, scope: Scope, where: string): Json | undefined {
  let found: Json | undefined = member(scope.template, 'Mappings');
  for (const part of asList(argument, where)) {
    found = member(asObject(found, where), asText(evaluate(part, scope, where), where));
  }
  return found;
}

function equals(argument: Json, scope: Scope, where: string): boolean {
  const [left, right] = asList(argument, where).map((part) => evaluate(part, scope, where));
  return JSON.stringify(left) === JSON.stringify(right);
}

function truth(json: Json, scope: Scope, where: string): boolean {
  if (isObject(json) && typeof json.Condition === 'string') return holds(json.Condition, scope);
  return evaluate(json, scope, where) === true;
}

function holds(condition: string, scope: Scope): boolean {
  const where = `Conditions.${condition}`;
  const conditions = asObject(member(scope.template, 'Conditions') ?? {}, 'Conditions');
  const expression = member(conditions, condition);
  if (expression === undefined) throw unsupported(where, 'a condition that is not defined');
  return truth(expression, scope, where);
}

function scalar(value: Json | undefined, where: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  return asText(value, where);
}

function unsupported(where: string, what: string): LocalError {
  return new LocalError(
    'template-unsupported',
    `${where} uses ${what}, which cannot be resolved on this machine. ` +
      'Use a resource of the same stack, or teach local/template/ to resolve it.',
  );
}
