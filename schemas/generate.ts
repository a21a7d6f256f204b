import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { type Catalogue, findingsModule } from './findings.ts';
import { indicatorsModule } from './indicators.ts';
import { pages } from './pages.ts';

/**
 * Writes functions/model/generated/ from the contracts in this folder: a type for every JSON Schema, the catalogue of findings,
 * and the columns of every table; and the pages of docs/ that describe them. Run by `npm run generate`; a test fails when what is committed differs.
 */
const here = new URL('./', import.meta.url);
const target = new URL('../functions/model/generated/', here);
const docs = new URL('../docs/', here);

// What describes the catalogues is for editors; their modules are made from the catalogues themselves.
const catalogues = ['findings.schema.json', 'indicators.schema.json'];

/** The generated files by name, without writing them. */
export async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of schemaNames()) files.set(`${name}.ts`, await typesOf(name));
  files.set(
    'findings.ts',
    `${banner('findings.json')}${findingsModule(readJson<Catalogue>('findings.json'))}`,
  );
  files.set('indicators.ts', `${banner('indicators.json')}${indicatorsModule()}`);
  files.set('tables.ts', tablesModule());
  return files;
}

if (import.meta.main) {
  for (const [name, text] of await generate()) writeFileSync(new URL(name, target), text);
  for (const [name, text] of pages()) writeFileSync(new URL(name, docs), text);
}

function schemaNames(): string[] {
  return readdirSync(here)
    .filter((name) => name.endsWith('.schema.json') && !catalogues.includes(name))
    .map((name) => name.replace('.schema.json', ''))
    .sort();
}

async function typesOf(name: string): Promise<string> {
  const raw: JSONSchema = readJson(`${name}.schema.json`);
  const schema = inlineBrands(raw, raw.$defs ?? {});
  const body = await compile(schema, schema.title ?? name, {
    bannerComment: '',
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 110 },
    unreachableDefinitions: false,
    ignoreMinAndMaxItems: true,
  });
  const imports = ['AreaId', 'ContestId', 'ElectionId', 'OptionId', 'PartyId', 'PersonId', 'Text'].filter(
    (type) => new RegExp(`\\b${type}\\b`).test(body),
  );
  const importLine = imports.length > 0 ? `import type { ${imports.join(', ')} } from '../ids.ts';\n\n` : '';
  return `${banner(`${name}.schema.json`)}${importLine}${body}`;
}

/** Puts branded types in place of references to them: the compiler would declare an alias of the same name for each of them, and for each
 * reference that has a description of its own. */
function inlineBrands<T>(node: T, definitions: Record<string, JSONSchema>): T;
function inlineBrands(node: unknown, definitions: Record<string, JSONSchema>): unknown {
  if (Array.isArray(node)) return node.map((item) => inlineBrands(item, definitions));
  if (node === null || typeof node !== 'object') return node;
  const name = '$ref' in node && typeof node.$ref === 'string' ? node.$ref.replace('#/$defs/', '') : '';
  const brand = definitions[name]?.tsType;
  if (brand) return { tsType: brand, ...('description' in node ? { description: node.description } : {}) };
  if ('$ref' in node) return { $ref: node.$ref };
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, inlineBrands(value, definitions)]),
  );
}

function tablesModule(): string {
  const tables = { in: tablesOf('in'), out: tablesOf('out') };
  return `${banner('tables/')}export const tables = ${JSON.stringify(tables, null, 2)} as const;
`;
}

function tablesOf(direction: 'in' | 'out'): Record<string, unknown> {
  const names = readdirSync(new URL(`tables/${direction}/`, here)).sort();
  return Object.fromEntries(
    names.map((name) => [name.replace('.json', ''), readJson(`tables/${direction}/${name}`)]),
  );
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, here), 'utf8'));
}

function banner(source: string): string {
  return `// Generated from schemas/${source} by \`npm run generate\`; edit that file instead.\n\n`;
}
