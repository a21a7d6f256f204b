import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { expect, test } from 'vitest';
import project from '../../cdk.json' with { type: 'json' };
import { SettingError } from '../../infra/settings/settings.ts';
import { synthesize } from '../../infra/synthesize.ts';
import { newFolder } from './support/templates.ts';

const root = resolve(import.meta.dirname, '..', '..');
const cdk = join(dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json')), 'bin', 'cdk');

/** Runs a script of Node in the repository, with no account, no home and no way out to the network. */
function runNode(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      HOME: newFolder(),
      HTTPS_PROXY: 'http://127.0.0.1:1',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...environment,
    },
  });
}

test('gives the template, the assembly and the code of every function', () => {
  const { templatePath, assemblyDirectory, stackName } = synthesize({ outdir: newFolder() });
  const template: unknown = JSON.parse(readFileSync(templatePath, 'utf8'));
  const assets = [...JSON.stringify(template).matchAll(/"aws:asset:path":"([^"]+)"/g)].map(
    ([, path = '']) => path,
  );

  expect(stackName).toBe('Sailau');
  expect(new Set(assets).size).toBe(3);
  for (const asset of assets) expect(existsSync(join(assemblyDirectory, asset, 'index.mjs'))).toBe(true);
});

test('gives the same template for the same source, byte for byte', () => {
  const first = synthesize({ outdir: newFolder() });
  const second = synthesize({ outdir: newFolder() });

  expect(readFileSync(second.templatePath)).toEqual(readFileSync(first.templatePath));
});

test('gives what the CDK command gives, which finds no fault and needs neither account nor network', () => {
  const outdir = newFolder();

  const { status, stderr } = runNode(cdk, ['synth', '--quiet', '--output', outdir]);

  const { templatePath } = synthesize({ outdir: newFolder() });
  expect(status, stderr).toBe(0);
  expect(readFileSync(join(outdir, 'Sailau.template.json'), 'utf8')).toBe(readFileSync(templatePath, 'utf8'));
});

test('lets its context override cdk.json', () => {
  const { templatePath, stackName } = synthesize({
    outdir: newFolder(),
    context: { stackName: 'Trial', removalPolicy: 'destroy' },
  });

  expect(stackName).toBe('Trial');
  expect(readFileSync(templatePath, 'utf8')).not.toContain('"Retain"');
});

test('throws for a setting that is not valid', () => {
  expect(() => synthesize({ outdir: newFolder(), context: { removalPolicy: 'shred' } })).toThrow(
    SettingError,
  );
});

test('the app shows a bad setting as one message without a stack trace', () => {
  const { status, stderr } = runNode(join(root, 'infra', 'app.ts'), [], {
    CDK_OUTDIR: newFolder(),
    CDK_CONTEXT_JSON: JSON.stringify({ removalPolicy: 'shred' }),
  });

  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(
    /^The setting "removalPolicy" is "shred"; it takes "retain" or "destroy"\..*$/,
  );
});

test('cdk.json switches off telemetry, version reporting and notices', () => {
  expect(project).toMatchObject({
    versionReporting: false,
    notices: false,
    context: { 'cli-telemetry': false },
  });
});

test('cdk.json holds the feature flags that the installed library recommends', () => {
  expect(project.context).toMatchObject(recommended);
});
