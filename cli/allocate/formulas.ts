import schema from '../../schemas/election.schema.json' with { type: 'json' };
import { UsageError } from '../command.ts';

/** A formula as a system in election.json has it: its type, and the quota or the divisors. */
export type FormulaMembers = Readonly<Record<string, string>>;

/** The formulas that the schema of election.json knows, by name; those of two types that share a name as `<type>:<name>`. */
export function formulaNames(): string[] {
  return [...byName().keys()];
}

/**
 * The formula of a name, however it is spelt: `dhondt`, `D'Hondt`, `Sainte-Laguë`. Throws UsageError for one that the schema does not know, or
 * that two types share.
 */
export function formulaNamed(text: string): FormulaMembers {
  const name = plain(text);
  const known = byName();
  const formula = known.get(name);
  if (formula) return formula;
  const shared = [...known.keys()].filter((one) => one.endsWith(`:${name}`));
  const choice = (shared.length > 0 ? shared : [...known.keys()]).join(', ');
  throw new UsageError(
    shared.length > 0
      ? `--formula ${text} is the name of several formulas: ${choice}.`
      : `--formula takes one of ${choice}, not "${text}".`,
  );
}

function byName(): Map<string, FormulaMembers> {
  const formulas = formsOf(member(schema.$defs.partyList, 'properties', 'formula')).flatMap(formulasOf);
  const count = Map.groupBy(formulas, ({ name }) => name);
  return new Map(
    formulas.map(({ name, type, members }) => [
      (count.get(name)?.length ?? 0) > 1 ? `${type}:${name}` : name,
      members,
    ]),
  );
}

interface Named {
  readonly name: string;
  readonly type: string;
  readonly members: FormulaMembers;
}

/** A form has a constant `type` and one member that it needs, whose values are the names of its formulas. */
function formulasOf(form: object): Named[] {
  const type = member(form, 'properties', 'type', 'const');
  const required = member(form, 'required');
  const others = Array.isArray(required) ? required.filter((name: unknown) => name !== 'type') : [];
  const [needed]: unknown[] = others;
  if (typeof type !== 'string' || typeof needed !== 'string') return [];
  return formsOf(member(form, 'properties', needed))
    .flatMap((values) => member(values, 'enum') ?? [])
    .flatMap((name) => (typeof name === 'string' ? [{ name, type, members: { type, [needed]: name } }] : []));
}

/** The forms that a part of the schema may have: itself, or each of several, references followed. */
function formsOf(part: unknown): object[] {
  if (typeof part !== 'object' || part === null) return [];
  const reference = member(part, '$ref');
  if (typeof reference === 'string') return formsOf(member(schema.$defs, reference.replace('#/$defs/', '')));
  const forms = member(part, 'oneOf');
  return Array.isArray(forms) ? forms.flatMap(formsOf) : [part];
}

function member(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null ? new Map(Object.entries(part)).get(name) : undefined,
    value,
  );
}

/** A name without what people write in different ways: case, accents, apostrophes, spaces. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’`]/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}
