import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/synthesize.ts';
import { installed } from '../support/tools.ts';
import { newFolder } from './support/templates.ts';

const withLint = installed('cfn-lint', 'the template was read by the CDK alone');

// W3005: the CDK names a role among the dependencies of what uses it, which the reference to it says as well.
const asTheCdkWrites = ['--ignore-checks', 'W3005'];

describe.runIf(withLint)('cfn-lint', () => {
  it('finds nothing wrong with the template, and would', () => {
    const { templatePath } = synthesize({ outdir: newFolder() });
    const broken = join(newFolder(), 'broken.json');
    writeFileSync(broken, readFileSync(templatePath, 'utf8').replace('"nodejs24.x"', '"nodejs4"'));

    expect(lint(templatePath)).toEqual({ status: 0, said: '' });
    expect(lint(broken).said).toContain('nodejs4');
  });
});

function lint(template: string): { status: number | null; said: string } {
  const args = ['--regions', 'eu-central-1', ...asTheCdkWrites, '--template', template];
  const { status, stdout, stderr } = spawnSync('cfn-lint', args, { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.trim() };
}
