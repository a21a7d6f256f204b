import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRecord } from './infra/support/reading.ts';
import { templateWith } from './infra/support/templates.ts';

const root = join(import.meta.dirname, '..');

/** What keys and tokens look like, as their issuers say. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['an access key of AWS', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  [
    'a secret key of AWS',
    /aws_?secret_?(?:access_?)?key["']?\s*[:=]\s*["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/i,
  ],
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})\b/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a token of Slack', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
];

function secretsIn(text: string): string[] {
  return shapes.filter(([, shape]) => shape.test(text)).map(([what]) => what);
}

test('no file of the repository holds a secret', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\0')
    .filter(
      (file) => file !== '' && (statSync(join(root, file), { throwIfNoEntry: false })?.isFile() ?? false),
    );
  const found = files.flatMap((file) =>
    secretsIn(readFileSync(join(root, file), 'latin1')).map((what) => `${file}: ${what}`),
  );

  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(500);
});

// Put together here, so that this file holds none of them.
test.each([
  ['an access key of AWS', `id ${'AKIA'}${'Q'.repeat(16)}.`],
  ['a secret key of AWS', `aws_secret_access_key = ${'a/'.repeat(20)}`],
  ['a private key', `${'-'.repeat(5)}BEGIN EC PRIVATE KEY${'-'.repeat(5)}`],
  ['a token of GitHub', `ghp_${'a1'.repeat(18)}`],
  ['a token of npm', `npm_${'a1'.repeat(18)}`],
  ['a token of Slack', `xoxb-${'1'.repeat(12)}`],
])('%s would be found', (what, text) => {
  expect(secretsIn(text)).toEqual([what]);
});

test('the environment of a function holds names of places and switches, and no secret', () => {
  const settings = { malwareScan: 'guardduty', encryption: 'kms' };
  const functions: unknown[] = Object.values(templateWith(settings).findResources('AWS::Lambda::Function'));
  const variables = functions.flatMap((one) => {
    const properties = isRecord(one) && isRecord(one.Properties) ? one.Properties : {};
    const environment = isRecord(properties.Environment) ? properties.Environment.Variables : {};
    return Object.entries(isRecord(environment) ? environment : {});
  });

  expect(variables.filter(([name]) => /secret|password|token|credential|access_?key/i.test(name))).toEqual(
    [],
  );
  expect(secretsIn(JSON.stringify(variables))).toEqual([]);
  expect(variables.length).toBeGreaterThan(15);
});
