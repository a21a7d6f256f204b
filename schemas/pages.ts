import { readdirSync, readFileSync } from 'node:fs';

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
}

interface ObjectSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ObjectSchema>>;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, ObjectSchema>>;
  readonly required?: readonly string[];
  readonly items?: ObjectSchema;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
}

interface CatalogueFinding {
  readonly code: string;
  readonly level: string;
  readonly basis: string;
  readonly title: Record<string, string>;
  readonly message: Record<string, string>;
  readonly remedy: Record<string, string>;
}

/** The pages of docs/ that are made from the contracts, by file name. */
export function pages(): Map<string, string> {
  return new Map([
    ['formats.md', formatsPage()],
    ['findings.md', findingsPage()],
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

/** docs/findings.md: every code with what it says and how to mend it, errors first. */
function findingsPage(): string {
  const { findings }: { findings: readonly CatalogueFinding[] } = JSON.parse(readText('findings.json'));
  const section = (level: string) => findings.filter((one) => one.level === level).map(findingText);
  return [
    '<!-- Generated from schemas/findings.json by `npm run generate`. -->',
    '',
    '# Findings',
    '',
    'What the validator says, by code. An **error** rejects the whole file and changes nothing. A **warning** is kept and published',
    'with the release. Words in braces are filled in from the file. An election may raise a warning to an error (`severity` in its',
    'definition).',
    '',
    '## Errors',
    '',
    ...section('error'),
    '## Warnings',
    '',
    ...section('warning'),
  ].join('\n');
}

function findingText({ code, title, message, remedy, basis }: CatalogueFinding): string {
  const lines = ['en', 'kk', 'ru'].map(
    (language) => `- ${language}: ${plain(message[language] ?? '')} *${plain(remedy[language] ?? '')}*`,
  );
  const ground = basis === '' ? [] : ['', `Basis: ${basis}`];
  return [`### ${code}`, '', `${title.en} · ${title.kk} · ${title.ru}`, '', ...lines, ...ground, ''].join(
    '\n',
  );
}

function tableOf(direction: string, name: string): string {
  const schema: TableSchema = JSON.parse(readText(`tables/${direction}/${name}.json`));
  const rows = schema.fields.map(
    ({ name: field, type, description, constraints }) =>
      `| \`${field}\` | ${type} | ${constraints?.required ? 'yes' : ''} | ${cell(plain(description))} |`,
  );
  const key = schema.primaryKey
    ? [``, `Key: ${schema.primaryKey.map((field) => `\`${field}\``).join(', ')}`]
    : [];
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
  const definitions = schema.$defs ?? {};
  const parts = Object.entries(definitions).flatMap(([title, part]) =>
    part.properties === undefined ? [] : [`#### ${title}`, '', ...objectLines(part, definitions), ''],
  );
  return [...objectLines(schema, definitions), '', ...parts].join('\n').trimEnd();
}

function objectLines(
  { description = '', properties = {}, required = [] }: ObjectSchema,
  definitions: Readonly<Record<string, ObjectSchema>>,
): string[] {
  const rows = Object.entries(properties).map(([member, property]) => {
    const always = required.includes(member) ? 'yes' : '';
    return `| \`${member}\` | ${always} | ${cell(describe(property, definitions))} |`;
  });
  const text = description === '' ? [] : [plain(description), ''];
  return [...text, '| Member | Always | What |', '|---|---|---|', ...rows];
}

/** What a property is: its description, or that of the definition it refers to, and the values it may have. */
function describe(property: ObjectSchema, definitions: Readonly<Record<string, ObjectSchema>>): string {
  const name = (property.$ref ?? property.items?.$ref ?? '').replace('#/$defs/', '');
  const referred = definitions[name];
  const text = property.description ?? referred?.description ?? '';
  const values = property.const === undefined ? (property.enum ?? referred?.enum ?? []) : [property.const];
  const allowed = values.length > 0 ? values.map((value) => `\`${value}\``).join(', ') : '';
  const see = referred?.properties === undefined ? '' : `See [${name}](#${name.toLowerCase()}).`;
  return [plain(text), allowed === '' ? '' : `One of ${allowed}.`, see]
    .filter((part) => part !== '')
    .join(' ');
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
