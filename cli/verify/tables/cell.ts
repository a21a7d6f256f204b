import type { Field } from './schema.ts';

/** Whether this program knows a type of Table Schema. */
export function isKnownType(type: string): boolean {
  return types.has(type);
}

/**
 * Whether this program can check a constraint of Table Schema. `unique` is checked over the column, the others here. Of patterns none is
 * known: a stranger's regular expression may run for ever.
 */
export function isKnownConstraint(name: string, value: unknown): boolean {
  if (name === 'required' || name === 'unique') return typeof value === 'boolean';
  if (name === 'enum') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return bounds.has(name) && typeof value === 'number' && Number.isFinite(value);
}

/** What a cell should be by its column, where it is not; null where it is. */
export function cellProblem({ type, missing, constraints }: Field, cell: string): string | null {
  if (missing.includes(cell)) return constraints.get('required') === true ? 'a value' : null;
  const form = types.get(type);
  if (form && !form.test(cell)) return named.get(type) ?? type;
  const allowed = constraints.get('enum');
  if (Array.isArray(allowed) && !allowed.includes(cell)) return `one of ${allowed.slice(0, 12).join(', ')}`;
  for (const [name, bound] of constraints) {
    const problem = typeof bound === 'number' ? bounds.get(name)?.(cell, bound) : null;
    if (problem) return problem;
  }
  return null;
}

/** The forms that Sailau writes, which are those of Table Schema with no more than one way to write a value. */
const types: ReadonlyMap<string, RegExp> = new Map([
  ['string', /^/],
  ['integer', /^-?(0|[1-9][0-9]*)$/],
  ['number', /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/],
  ['boolean', /^(true|false)$/],
  ['date', /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/],
  [
    'datetime',
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$/,
  ],
  ['year', /^[0-9]{4}$/],
]);

const named: ReadonlyMap<string, string> = new Map([
  ['integer', 'a whole number'],
  ['number', 'a decimal number'],
  ['boolean', 'true or false'],
  ['date', 'a date'],
  ['datetime', 'a time'],
]);

const bounds: ReadonlyMap<string, (cell: string, bound: number) => string | null> = new Map([
  ['minimum', (cell, bound) => (Number(cell) < bound ? `at least ${bound}` : null)],
  ['maximum', (cell, bound) => (Number(cell) > bound ? `at most ${bound}` : null)],
  ['minLength', (cell, bound) => (cell.length < bound ? `at least ${bound} characters` : null)],
  ['maxLength', (cell, bound) => (cell.length > bound ? `at most ${bound} characters` : null)],
]);
