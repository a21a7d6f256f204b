import { readdirSync, readFileSync } from 'node:fs';
import { findingsPage } from './findings-page.ts';
import { indicatorsPage } from './indicators.ts';

const here = new URL('./', import.meta.url);

interface TableSchema {
  readonly title: string;
  readonly description: string;
  readonly fields: readonly {
    name: string;
    type: string;
    description: string;
    constraints?: { required?: boolean };
  }[];
  readonly primaryKey?: readonly string[];
  readonly uniqueKeys?: readonly (readonly string[])[];
}

interface ObjectSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ObjectSchema>>;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, ObjectSchema>>;
  readonly required?: readonly string[];
  readonly items?: ObjectSchema;
  readonly oneOf?: readonly ObjectSchema[];
  readonly additionalProperties?: boolean | ObjectSchema;
  readonly enum?: readonly (string | number | null)[];
  readonly const?: string | number;
}

/** The schema whose page is made, and the definitions that its parts refer to. */
interface Context {
  readonly name: string;
  readonly definitions: Readonly<Record<string, ObjectSchema>>;
}

/** The pages of docs/ that are made from the contracts, by file name. */
export function pages(): Map<string, string> {
  return new Map([
    ['formats.md', formatsPage()],
    ['findings.md', findingsPage(JSON.parse(readText('findings.json')))],
    ['indicators.md', indicatorsPage()],
  ]);
}

/** docs/formats.md: the text in formats.template.md with the columns of every table filled in. */
function formatsPage(): string {
  const template = readText('formats.template.md');
  const filled = template.replace(
    /^\{\{(in|out|schema):([a-z.-]+)\}\}$/gm,
    (_line, kind: string, name: string) => (kind === 'schema' ? membersOf(name) : tableOf(kind, name)),
  );
  const missing = [...unmentioned('in', template), ...unmentioned('out', template)];
  if (missing.length > 0) throw new Error(`formats.template.md leaves out ${missing.join(', ')}`);
  return `<!-- Generated from schemas/ by \`npm run generate\`; edit schemas/formats.template.md. -->\n\n${filled}`;
}

function tableOf(direction: string, name: string): string {
  const schema: TableSchema = JSON.parse(readText(`tables/${direction}/${name}.json`));
  const rows = schema.fields.map(
    ({ name: field, type, description, constraints }) =>
      `| \`${field}\` | ${type} | ${constraints?.required ? 'yes' : ''} | ${cell(plain(description))} |`,
  );
  const columns = schema.primaryKey ?? schema.uniqueKeys?.[0];
  const key = columns ? [``, `Key: ${columns.map((field) => `\`${field}\``).join(', ')}`] : [];
  return [
    plain(schema.description),
    '',
    '| Column | Type | Always | What |',
    '|---|---|---|---|',
    ...rows,
    ...key,
  ].join('\n');
}

/** Members of a schema's object, then those of every named object within it. */
function membersOf(name: string): string {
  const schema: ObjectSchema = JSON.parse(readText(`${name}.schema.json`));
  const context = { name, definitions: schema.$defs ?? {} };
  const parts = Object.entries(context.definitions).flatMap(([title, part]) =>
    hasSection(part) ? [`#### ${name}: ${title}`, '', ...objectLines(part, context), ''] : [],
  );
  return [...objectLines(schema, context), '', ...parts].join('\n').trimEnd();
}

/** A definition with members of its own gets a section; ids, texts and numbers are told where they are used. */
function hasSection({ properties, oneOf = [] }: ObjectSchema): boolean {
  return properties !== undefined || oneOf.some((variant) => variant.properties !== undefined);
}

function objectLines(part: ObjectSchema, context: Context): string[] {
  const text = part.description === undefined ? [] : [plain(part.description), ''];
  return [...text, '| Member | Always | What |', '|---|---|---|', ...memberRows(part, '', context)];
}

/** A row for each member, and for the members of objects within it under their path, as `licence.url` and `lots[].source`. */
function memberRows(part: ObjectSchema, path: string, context: Context): string[] {
  const { properties = {}, required = [], oneOf = [] } = part;
  const rows = Object.entries(properties).flatMap(([member, property]) => {
    const always = required.includes(member) ? 'yes' : '';
    const row = `| \`${path}${member}\` | ${always} | ${cell(describe(property, context))} |`;
    const below = `${path}${member}${property.items ? '[]' : ''}.`;
    return [row, ...memberRows(property.items ?? property, below, context)];
  });
  return [...rows, ...oneOf.flatMap((variant) => variantRows(variant, path, context))];
}

/** The members of one of several shapes: the first row says which shape it is. */
function variantRows(variant: ObjectSchema, path: string, context: Context): string[] {
  const [first = '', ...rest] = memberRows(variant, path, context);
  if (first === '' || variant.description === undefined) return first === '' ? [] : [first, ...rest];
  return [first.replace(/ \|$/, ` *${cell(plain(variant.description))}* |`), ...rest];
}

/** What a property is: its description, or that of the definition it refers to, and the values it may have. */
function describe(property: ObjectSchema, { name, definitions }: Context): string {
  const title = referenceOf(property).replace('#/$defs/', '');
  const referred = definitions[title];
  const values = [property.const ?? [], property.enum ?? property.items?.enum ?? referred?.enum ?? []].flat();
  const text = property.description ?? referred?.description ?? '';
  const allowed = values.map((value) => `\`${value}\``).join(', ');
  const see = referred && hasSection(referred) ? `See [${title}](#${name}-${title.toLowerCase()}).` : '';
  return [plain(text), allowed && `${values.length > 1 ? 'One of' : 'Always'} ${allowed}.`, see]
    .filter((part) => part !== '')
    .join(' ');
}

/** What a property refers to: itself, its items, its values, or the one shape that it has beside null. */
function referenceOf({ $ref, items, oneOf = [], additionalProperties: values }: ObjectSchema): string {
  const below = typeof values === 'object' ? values : undefined;
  return [$ref, items?.$ref, below?.$ref, ...oneOf.map((one) => one.$ref)].find((one) => one) ?? '';
}

function unmentioned(direction: string, template: string): string[] {
  return readdirSync(new URL(`tables/${direction}/`, here))
    .map((file) => `${direction}:${file.replace('.json', '')}`)
    .filter((name) => !template.includes(`{{${name}}}`));
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** Text as Markdown shows it: `<election>` in a description is no tag. */
function plain(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function readText(path: string): string {
  return readFileSync(new URL(path, here), 'utf8');
}
