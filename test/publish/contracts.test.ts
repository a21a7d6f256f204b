import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { tables } from '../../functions/model/generated/tables.ts';
import { brokenLink, entryHash } from '../../functions/model/ledger.ts';
import { anElection } from '../support/builders.ts';
import { aFullElection } from './setting.ts';

const setting = await aFullElection(
  anElection({ notes: [{ en: 'A note' }], severity: { 'votes-invalid-cast': 'error' } }),
);
await setting.setStatus({ status: 'complete', by: 'Commission', at: '2024-03-12', reason: 'all in' });
await setting.release();
const release = '1.0.0';

test.each([
  ['election', `${release}/election.json`],
  ['summary', `${release}/summary.json`],
  ['results', `${release}/results.json`],
  ['results-parts', `${release}/results.parts.json`],
  ['area-index', `${release}/areas.json`],
  ['area-results', `${release}/areas/XX.json`],
  ['area-results', `${release}/areas/N1.json`],
  ['manifest', `${release}/manifest.json`],
  ['measures', `${release}/measures.json`],
  ['certificate', `${release}/allocation/list.json`],
  ['certificate', `${release}/allocation/council.json`],
  ['latest', 'latest.json'],
  ['folder', `${release}/index.json`],
  ['folder', 'index.json'],
  ['folder', '../index.json'],
])('keeps to the schema of %s: %s', (schema, path) => {
  expect(errorsOf(schema, JSON.parse(setting.read(path)))).toBeNull();
});

test('the catalog keeps to its schema, and its paths lead to files', () => {
  const files = setting.store.files();
  const catalog = JSON.parse(new TextDecoder().decode(files.get('catalog.json')));

  expect(errorsOf('catalog', catalog)).toBeNull();
  const [entry] = catalog.elections;
  expect([entry.latest, entry.summary, entry.datapackage].filter((path) => !files.has(path))).toEqual([]);
});

test('the indexes lead from the folder of all elections to every file of a release, with its size and type', () => {
  const files = setting.store.files();
  const below = (path: string): string[] => {
    const folder = JSON.parse(new TextDecoder().decode(files.get(`${path}index.json`)));
    expect(folder.path).toBe(path);
    return folder.entries.flatMap(({ name, mediaType, bytes }: IndexEntry) => {
      if (name.endsWith('/')) return below(`${path}${name}`);
      if (mediaType !== undefined) expect(setting.store.mediaType(`${path}${name}`), name).toBe(mediaType);
      if (bytes !== undefined) expect(bytes, name).toBe(files.get(`${path}${name}`)?.length);
      return [`${path}${name}`];
    });
  };

  const found = below('elections/');

  const lying = [...files.keys()].filter((key) =>
    /^elections\/[^/]+\/(latest|versions|[0-9.]+\/|log\/checkpoint$)/.test(key),
  );
  expect(found.sort()).toEqual(lying.sort());
});

test.each(Object.entries(tables.out))('%s.csv keeps to its Table Schema', (name, schema) => {
  const { fields }: { fields: readonly Field[] } = schema;
  const { data, meta } = Papa.parse<Record<string, string>>(setting.read(`${release}/${name}.csv`), {
    header: true,
    skipEmptyLines: true,
  });

  expect(meta.fields).toEqual(fields.map((field) => field.name));
  expect(meta.linebreak).toBe('\r\n');
  for (const row of data)
    for (const field of fields) expect(problem(field, row[field.name] ?? '')).toBeNull();
  if ('primaryKey' in schema) {
    const keys = data.map((row) => schema.primaryKey.map((column) => row[column]).join('#'));
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('ledger.ndjson is the chain up to the revision, and the manifest names its last hash', async () => {
  const lines = setting.read(`${release}/ledger.ndjson`).trimEnd().split('\n');
  const entries = lines.map((line) => JSON.parse(line));

  expect(brokenLink(entries)).toBeNull();
  expect(entries).toHaveLength(7);
  expect(JSON.parse(setting.read(`${release}/manifest.json`)).ledger).toBe(entryHash(entries[6]));
});

interface IndexEntry {
  readonly name: string;
  readonly mediaType?: string;
  readonly bytes?: number;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly enum?: readonly string[];
    readonly minimum?: number;
  };
}

function problem({ name, type, constraints = {} }: Field, cell: string): string | null {
  if (cell === '') return constraints.required ? `${name} is missing` : null;
  if (type === 'integer' && !/^[0-9]+$/.test(cell)) return `${name}: ${cell} is not an integer`;
  if (type === 'number' && !/^-?[0-9]+(\.[0-9]+)?$/.test(cell)) return `${name}: ${cell} is not a number`;
  if (type === 'boolean' && !/^(true|false)$/.test(cell)) return `${name}: ${cell} is not a boolean`;
  if (constraints.enum && !constraints.enum.includes(cell)) return `${name}: ${cell} is none of the allowed`;
  if (constraints.minimum !== undefined && Number(cell) < constraints.minimum)
    return `${name}: ${cell} is too small`;
  return null;
}

function errorsOf(schema: string, value: unknown) {
  const ajv = new Ajv2020({ strict: false });
  ajv.validate(JSON.parse(readFileSync(`schemas/${schema}.schema.json`, 'utf8')), value);
  return ajv.errors ?? null;
}
