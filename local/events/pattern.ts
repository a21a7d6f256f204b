import { LocalError } from '../errors.ts';
import { isObject, type Json, type JsonObject, member } from '../json.ts';
import { matchesWildcard } from '../wildcard.ts';

/** Whether an event matches. */
export type Matcher = (event: Json) => boolean;

/** Whether the value of a field matches; undefined for a field that is not there. */
type Test = (value: Json | undefined) => boolean;

/**
 * Compiles an EventBridge event pattern: exact values, `prefix`, `suffix`, `anything-but`, `exists`, `numeric`, `equals-ignore-case` and `wildcard`.
 * A field whose value is a list matches when one of its items does.
 * Throws `template-unsupported` naming an operator that is not one of these, and `template-invalid`.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function compilePattern(pattern: JsonObject, where: string): Matcher {
  const test = compileFields(pattern, where);
  return (event) => test(event);
}

function compileFields(pattern: JsonObject, where: string): Test {
  const tests = Object.entries(pattern).map(([name, rule]) => {
    if (name === '$or') throw unsupported(where, '$or');
    const test = compileRule(rule, `${where}.${name}`);
    return (holder: JsonObject): boolean => test(member(holder, name));
  });
  return (value) => {
    const holder = isObject(value) ? value : {};
    return tests.every((test) => test(holder));
  };
}

function compileRule(rule: Json, where: string): Test {
  if (isObject(rule)) return compileFields(rule, where);
  if (!Array.isArray(rule) || rule.length === 0) {
    throw new LocalError(
      'template-invalid',
      `${where}: a pattern is a list of values, or an object of fields.`,
    );
  }
  const tests = rule.map((choice) => compileChoice(choice, where));
  return (value) => tests.some((test) => test(value));
}

function compileChoice(choice: Json, where: string): Test {
  if (!isObject(choice)) return anyItem((item) => item === choice);
  const [operator = '', argument = null] = Object.entries(choice)[0] ?? [];
  if (operator === 'exists') return (value) => (value !== undefined) === argument;
  if (operator === 'anything-but') return anythingBut(argument, where);
  return anyItem(compileOperator(operator, argument, where));
}

/** The operators that compare one value. */
function compileOperator(operator: string, argument: Json, where: string): (item: Json) => boolean {
  if (operator === 'numeric' && Array.isArray(argument)) return numeric(argument, where);
  if (typeof argument === 'string') {
    const text = argument;
    const onText = (test: (item: string) => boolean) => (item: Json) =>
      typeof item === 'string' && test(item);
    if (operator === 'prefix') return onText((item) => item.startsWith(text));
    if (operator === 'suffix') return onText((item) => item.endsWith(text));
    if (operator === 'wildcard') return onText((item) => matchesWildcard(item, text, { single: false }));
    if (operator === 'equals-ignore-case') return onText((item) => item.toLowerCase() === text.toLowerCase());
  }
  throw unsupported(where, `${operator}: ${JSON.stringify(argument)}`);
}

/** Matches a field that is there and none of whose items is excluded. */
function anythingBut(argument: Json, where: string): Test {
  const [operator, excluded] = isObject(argument)
    ? (Object.entries(argument)[0] ?? ['', null])
    : [undefined, argument];
  const choices = Array.isArray(excluded) ? excluded : [excluded];
  const tests = choices.map((choice) =>
    operator === undefined ? (item: Json) => item === choice : compileOperator(operator, choice, where),
  );
  const isExcluded = anyItem((item) => tests.some((test) => test(item)));
  return (value) => value !== undefined && !isExcluded(value);
}

function numeric(argument: readonly Json[], where: string): (item: Json) => boolean {
  const bounds: ((item: number) => boolean)[] = [];
  for (let index = 0; index < argument.length; index += 2) {
    const compare = COMPARISONS.get(argument[index] ?? null);
    const bound = argument[index + 1];
    if (compare === undefined || typeof bound !== 'number') {
      throw unsupported(where, `numeric: ${JSON.stringify(argument)}`);
    }
    bounds.push((item) => compare(item, bound));
  }
  return (item) => typeof item === 'number' && bounds.every((holds) => holds(item));
}

const COMPARISONS = new Map<Json, (left: number, right: number) => boolean>([
  ['=', (left, right) => left === right],
  ['<', (left, right) => left < right],
  ['<=', (left, right) => left <= right],
  ['>', (left, right) => left > right],
  ['>=', (left, right) => left >= right],
]);

function anyItem(test: (item: Json) => boolean): Test {
  return (value) => value !== undefined && (Array.isArray(value) ? value.some(test) : test(value));
}

function unsupported(where: string, what: string): LocalError {
  const remedy = 'Write the pattern otherwise in infra/, or teach local/events/pattern.ts the operator.';
  return new LocalError(
    'template-unsupported',
    `${where}: ${what} cannot be matched on this machine. ${remedy}`,
  );
}
