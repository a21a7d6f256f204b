import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installed } from '../support/tools.ts';
import { templateWith } from './support/templates.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
const checker = join(import.meta.dirname, 'support', 'aws_commands.py');
const hasCli = installed(
  'the AWS CLI',
  'nobody has looked whether the commands of docs/operations.md are commands',
);

/**
 * Every command of the AWS CLI in the guide, in blocks and between backquotes, those inside `$(…)` on their own. What a shell would put
 * in their place is a word.
 */
function awsCommands(): string[] {
  const blocks = [...guide.matchAll(/```sh\n(.*?)```/gs)].map(([, text = '']) => text);
  const inline = [...guide.replaceAll(/```sh\n.*?```/gs, '').matchAll(/`(aws [^`]+)`/gs)].map(
    ([, text = '']) => text,
  );
  const found: string[] = [];
  for (const text of [...blocks, ...inline]) {
    let shell = text.replaceAll(/\\?\n\s+/g, ' ').replaceAll(/\$\(\(.*?\)\)\)?/g, 'number');
    for (let before = ''; before !== shell; ) {
      before = shell;
      shell = shell.replace(/\$\(([^()]*)\)/, (_, inner: string) => {
        found.push(inner.trim());
        return 'word';
      });
    }
    found.push(
      ...shell
        .split('\n')
        .map((line) => line.replace(/^name\(\) \{ (.*); \}$/, '$1').replace(/^export \S+=/, '')),
    );
  }
  return found.filter((line) => line.startsWith('aws '));
}

test('holds commands for the CLI', () => {
  const commands = awsCommands();

  console.log(`docs/operations.md: ${commands.length} commands of the AWS CLI`);
  expect(commands.length).toBeGreaterThan(40);
  for (const service of ['dynamodb', 'logs', 'stepfunctions', 'sqs', 'kms', 'cloudformation'])
    expect(
      commands.some((line) => line.startsWith(`aws ${service} `)),
      service,
    ).toBe(true);
});

test.runIf(hasCli)(
  'every command is one that the CLI has, with options that it takes and all that it requires',
  () => {
    expect(wrongOf(awsCommands())).toEqual([]);
  },
);

test.runIf(hasCli)('a command that the CLI does not have is found', () => {
  const lines = [
    'aws sqs get-queue --queue-url x',
    'aws kms describe-key --key x',
    'aws kms enable-key',
    'aws nothing list',
  ];

  expect(wrongOf(lines).map(({ wrong }) => wrong)).toEqual([
    'no command sqs get-queue',
    'kms describe-key has no option --key',
    'kms enable-key needs --key-id',
    'no command nothing',
  ]);
});

test('every name is that of one resource of the stack', () => {
  const named = [...guide.matchAll(/\$\(name (\w+) ([\w:]+)\)/g)].map(([, id = '', type = '']) => ({
    id,
    type,
  }));

  expect(named.length).toBeGreaterThan(10);
  for (const { id, type } of named) {
    const found = Object.keys(templateWith().findResources(type)).filter((logical) => logical.startsWith(id));
    expect(found, `${id} ${type}`).toHaveLength(1);
  }
});

test('the shell of the first article has the command that the others call', () => {
  const names = /## Names for the commands\n.*?```sh\n(.*?)```/s.exec(guide)?.[1] ?? '';
  const script = `${names.split('\n').find((line) => line.startsWith('sailau()')) ?? ''}\nsailau status --help`;

  const { stdout, status } = spawnSync('sh', ['-c', script], {
    cwd: join(import.meta.dirname, '..', '..'),
    encoding: 'utf8',
  });

  expect(status).toBe(0);
  expect(stdout).toContain('sailau status');
});

test('no article takes a difference of templates for what was changed by hand', () => {
  const articles = guide.split(/^## /m).filter((text) => text.includes('cdk diff'));

  expect(articles.map((text) => text.split('\n')[0])).toEqual(['Whether somebody has changed the stack']);
  expect(guide).toContain('npx cdk drift "$STACK"');
});

test('no command uses a name that nothing has set', () => {
  const shell = [...guide.matchAll(/```sh\n(.*?)```/gs)].map(([, text = '']) => text).join('\n');
  const set = new Set([...shell.matchAll(/\b([A-Z_]+)=/g)].map(([, name = '']) => name));
  const used = new Set([...shell.matchAll(/\$\{?([A-Z_]{2,})/g)].map(([, name = '']) => name));

  expect([...used].filter((name) => !set.has(name))).toEqual([]);
});

function wrongOf(lines: readonly string[]): { line: string; wrong: string }[] {
  const { stdout, stderr, status } = spawnSync('python3', [checker], {
    input: JSON.stringify(lines),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
