import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { anElection } from '../../support/builders.ts';
import { aSetting, election } from '../setting.ts';
import { aDescribedElection, releasePaths, standard, version } from './support.ts';

const setting = await aDescribedElection();
const json = (path: string) => JSON.parse(setting.read(`${version}/${path}`));
// The files of the areas are as many as there are areas: areas.json lists them.
const paths = releasePaths(setting).filter((path) => !path.startsWith('areas/'));

describe('every file is described, and every described file is there', () => {
  it.each([
    ['datapackage.json', () => json('datapackage.json').resources.map(pathOf)],
    ['dcat.jsonld', () => json('dcat.jsonld').distribution.map(({ downloadURL }: Link) => downloadURL)],
    ['openapi.json', () => endpoints(json('openapi.json'))],
    [
      'croissant.jsonld',
      () =>
        [...json('croissant.jsonld').distribution, ...json('croissant.jsonld').subjectOf].map(
          ({ contentUrl }: Link) => contentUrl,
        ),
    ],
  ])('in %s', (descriptor, described) => {
    const others = descriptor === 'datapackage.json' ? paths.filter((path) => path !== descriptor) : paths;

    expect(described().sort()).toEqual(others);
  });

  it('in csv-metadata.json, of the CSV files', () => {
    const described = json('csv-metadata.json').tables.map(({ url }: { url: string }) => url);

    expect(described.sort()).toEqual(paths.filter((path) => path.endsWith('.csv')));
  });
});

test('areas.json, which is described, lists the files that are not', () => {
  const listed = JSON.stringify(json('areas.json'));
  const shards = releasePaths(setting).filter((path) => path.startsWith('areas/'));

  expect(shards).toHaveLength(5);
  for (const path of shards) expect(listed).toContain(`"${path}"`);
});

test('sizes and hashes are those of the files', () => {
  const files = new Map(
    json('manifest.json').files.map((file: { path: string; sha256: string; bytes: number }) => [
      file.path,
      { sha256: file.sha256, bytes: file.bytes },
    ]),
  );
  const { resources } = json('datapackage.json');
  const hashed = resources.filter(({ hash }: { hash?: string }) => hash !== undefined);

  expect(hashed.length).toBeGreaterThan(15);
  for (const { path, bytes, hash } of hashed)
    expect({ bytes, sha256: hash.replace('sha256:', '') }, path).toEqual(files.get(path));
  for (const { '@id': id, sha256 } of json('croissant.jsonld').distribution)
    expect(files.get(id), id).toMatchObject({ sha256 });
});

test('names of resources are all different', () => {
  const names = json('datapackage.json').resources.map(({ name }: { name: string }) => name);

  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
});

const profile = standard('frictionless-2.0/datapackage.json');

test.skipIf(profile.absent)('datapackage.json keeps to the profile of Data Package 2.0', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });

  ajv.validate(JSON.parse(readFileSync(profile.path, 'utf8')), json('datapackage.json'));

  expect(ajv.errors ?? null).toBeNull();
});

const tableProfile = standard('frictionless-2.0/tableschema.json');

test.skipIf(tableProfile.absent)('each schema keeps to the profile of Table Schema 2.0', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(tableProfile.path, 'utf8')));
  const schemas = json('datapackage.json').resources.flatMap(
    ({ schema }: { schema?: object }) => schema ?? [],
  );

  expect(schemas.length).toBeGreaterThan(8);
  for (const schema of schemas) {
    validate(schema);
    expect(validate.errors ?? null, JSON.stringify(schema).slice(0, 120)).toBeNull();
  }
});

test('openapi.json is OpenAPI 3.1', async () => {
  const validator = new Validator();

  const result = await validator.validate(json('openapi.json'));

  expect(result).toMatchObject({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('CITATION.cff says who, what, which version and when, whatever the names are', async () => {
  const hostile = 'Commission: "of" Xanadu\n# {evil}: [';
  const other = await aDescribedElection(anElection({ authority: { name: { en: hostile } } }));

  const citation = parse(other.read(`${version}/CITATION.cff`));

  expect(citation).toMatchObject({
    'cff-version': '1.2.0',
    type: 'dataset',
    title: 'Election of Xanadu 2024',
    authors: [{ name: hostile }],
    version,
    'date-released': '2024-03-11',
    'license-url': 'https://creativecommons.org/licenses/by/4.0/',
  });
});

describe.each([
  ['croissant.jsonld', 'mlcroissant', ['validate', '--jsonld', 'croissant.jsonld']],
  ['CITATION.cff', 'cffconvert', ['--validate', '-i', 'CITATION.cff']],
  ['datapackage.json', 'frictionless', ['validate', 'datapackage.json']],
])('%s', (path, program, command) => {
  const absent = !isInstalled(program);
  if (absent) console.warn(`NOT CHECKED: ${path} by ${program}, which is not installed here`);

  it.skipIf(absent)(`is accepted by ${program}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'sailau-described-'));
    try {
      for (const file of releasePaths(setting)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        const bytes = setting.store.files().get(`elections/${election}/${version}/${file}`);
        writeFileSync(join(folder, file), bytes ?? '');
      }

      expect(() => execFileSync(program, command, { cwd: folder, stdio: 'pipe' })).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('the release before is named', () => {
  expect(json('dcat.jsonld').previousVersion).toBe('../1.0.0/');
});

test('a reference to a table that the release does not hold is left out', async () => {
  const without = aSetting();
  await without.accept('election.json', { kind: 'definition', definition: anElection() });
  await without.accept('turnout/day.csv', { kind: 'turnout', turnout: [] });
  await without.release();

  const text = without.read('1.0.0/datapackage.json');

  expect(without.store.files().has(`elections/${election}/1.0.0/stations.csv`)).toBe(false);
  expect(text).not.toContain('"resource": "stations"');
  expect(text).toContain('"resource": "areas"');
  expect(without.read('1.0.0/csv-metadata.json')).not.toContain('stations.csv');
});

interface Link {
  readonly downloadURL: string;
  readonly contentUrl: string;
}

function pathOf({ path }: { path: string }): string {
  return path;
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** The addresses that a generated client could ask for. */
function endpoints(openapi: {
  paths: Record<string, { get: { parameters?: { name: string; schema: { enum: string[] } }[] } }>;
}): string[] {
  return Object.entries(openapi.paths).flatMap(([path, { get }]) => {
    const [parameter] = get.parameters ?? [];
    return (parameter?.schema.enum ?? ['']).map((value) =>
      path.slice(1).replace(`{${parameter?.name}}`, value),
    );
  });
}
