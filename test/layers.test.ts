import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import what, by the folder a file lies in. `own` is the folder itself. */
const layers: readonly { files: RegExp; may: readonly RegExp[] }[] = [
  { files: /^functions\/model\//, may: [/^functions\/model\//] },
  { files: /^functions\/store\//, may: [/^functions\/(store|model)\//] },
  { files: /^functions\/telemetry\//, may: [/^functions\/(telemetry|model)\//] },
  { files: /^functions\/\w+\/handler\.ts$/, may: [/^functions\/(store|model|telemetry)\//, /own/] },
  {
    files: /^functions\/allocate\/problem\//,
    may: [/own/, /^functions\/model\//, /^schemas\/(election|problem)\.schema\.json$/],
  },
  { files: /^functions\/validate\//, may: [/own/, /^functions\/model\//, /^schemas\/.*\.json$/] },
  { files: /^functions\//, may: [/own/, /^functions\/model\//] },
  {
    files: /^infra\//,
    may: [
      /^infra\//,
      /^functions\/(model\/(ids|observation)|store\/objects|publish\/site\/site)\.ts$/,
      /^cdk\.json$/,
      /^package\.json$/,
      /^site\/build\.ts$/,
    ],
  },
  // What runs in a browser: the model, the allocation as a library, and what is pure of publishing.
  { files: /^site\/build\.ts$/, may: [/^functions\/model\/text\/languages\.ts$/] },
  {
    files: /^site\//,
    may: [
      /^site\//,
      /^functions\/model\//,
      /^functions\/allocate\/index\.ts$/,
      /^functions\/publish\/(log|verify|site\/pages)\//,
    ],
  },
  { files: /^local\//, may: [/^local\//] },
  {
    files: /^cli\//,
    may: [/^cli\//, /^(infra|local)\//, /^functions\//, /^(package|cdk)\.json$/, /^schemas\//],
  },
];

const sources = globSync([
  'functions/**/*.ts',
  'infra/**/*.ts',
  'local/**/*.ts',
  'cli/**/*.ts',
  'site/**/*.ts',
]).map(normalize);

test('imports go one way: infra and cli, handlers, stage logic, model', () => {
  const broken = sources.flatMap((file) =>
    projectImports(file)
      .filter((target) => !allowed(file, target))
      .map((target) => `${file} imports ${target}`),
  );

  expect(broken).toEqual([]);
});

test('the model imports no package, only node itself', () => {
  const packages = sources
    .filter((file) => file.startsWith('functions/model/'))
    .flatMap((file) => specifiers(file).filter((name) => !name.startsWith('.') && !name.startsWith('node:')));

  expect(packages).toEqual([]);
});

test('every source file lies in a layer', () => {
  expect(sources.filter((file) => !layerOf(file))).toEqual([]);
  expect(sources.length).toBeGreaterThan(50);
});

function allowed(file: string, target: string): boolean {
  const stage = /^functions\/\w+\//.exec(file)?.[0];
  return (layerOf(file)?.may ?? []).some((pattern) =>
    pattern.source === 'own' ? stage !== undefined && target.startsWith(stage) : pattern.test(target),
  );
}

function layerOf(file: string) {
  return layers.find(({ files }) => files.test(file));
}

function projectImports(file: string): string[] {
  return specifiers(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)));
}

function specifiers(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}
