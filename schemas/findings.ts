/** A text in the languages of the catalogue. */
type Text = Readonly<Record<string, string>>;

/** One rule of findings.json. */
export interface CatalogueFinding {
  readonly code: string;
  readonly level: string;
  readonly family: string;
  readonly title: Text;
  readonly message: Text;
  readonly remedy: Text;
  readonly parameters?: readonly { name: string; default: string | null; description: string }[];
  readonly basis: string;
}

/** findings.json. */
export interface Catalogue {
  readonly findings: readonly CatalogueFinding[];
}

/** The module with the catalogue, its codes, and the type of each finding's data: the facts that its message and remedy name. */
export function findingsModule({ findings }: Catalogue): string {
  const byCode = Object.fromEntries(
    findings.map(({ code, ...rest }) => [code, { ...rest, parameters: rest.parameters ?? [] }]),
  );
  const plain = findings.filter((one) => factsOf(one).length === 0);
  return `import type { Text } from '../ids.ts';

/** What the catalogue says of a code. */
export interface CatalogueEntry {
  readonly level: 'error' | 'warning';
  /** What the rule looks at. */
  readonly family: FindingFamily;
  readonly title: Text;
  readonly message: Text;
  readonly remedy: Text;
  /** What an election may set under \`limits\`. */
  readonly parameters: readonly FindingParameter[];
  /** The law or standard behind the rule; empty when it is good sense. */
  readonly basis: string;
}

/** A number that an election may set. */
export interface FindingParameter {
  readonly name: string;
  /** Value when the election does not say, an exact decimal; null: the rule is silent then. */
  readonly default: string | null;
  readonly description: string;
}

/** The codes that the catalogue knows. */
export type FindingCode =
${union(findings.map(({ code }) => code))};

/** Codes whose texts name no facts. */
export type PlainCode =
${union(plain.map(({ code }) => code))};

/** What rules look at. */
export type FindingFamily =
${union([...new Set(findings.map(({ family }) => family))])};

/** A fact that a message names: a number, an id, or a value as the file shows it. */
export type Fact = string | number;

/** The facts of each finding. */
export interface FindingData {
${findings.map((one) => `  readonly '${one.code}': ${dataType(one)};`).join('\n')}
}

/** Every finding, by code. */
export const catalogue: Readonly<Record<FindingCode, CatalogueEntry>> = ${JSON.stringify(byCode, null, 2)};
`;
}

/** The facts that a rule's texts name in braces, in order of their names. */
export function factsOf({ message, remedy }: Pick<CatalogueFinding, 'message' | 'remedy'>): string[] {
  const text = [...Object.values(message), ...Object.values(remedy)].join(' ');
  return [...new Set([...text.matchAll(/\{([a-z]+)\}/gi)].map(([, name = '']) => name))].sort();
}

function dataType(one: CatalogueFinding): string {
  const facts = factsOf(one);
  if (facts.length === 0) return 'Readonly<Record<never, Fact>>';
  return `{ ${facts.map((name) => `readonly ${name}: Fact`).join('; ')} }`;
}

function union(names: readonly string[]): string {
  return names.map((name) => `  | '${name}'`).join('\n');
}
