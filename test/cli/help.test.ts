import { expect, test } from 'vitest';
import { allocate } from '../../cli/commands/allocate.ts';
import { check } from '../../cli/commands/check.ts';
import { doctor } from '../../cli/commands/doctor.ts';
import { redrive } from '../../cli/commands/redrive.ts';
import { start } from '../../cli/commands/start.ts';
import { status } from '../../cli/commands/status.ts';
import { synthesize } from '../../cli/commands/synthesize.ts';
import { upload } from '../../cli/commands/upload.ts';
import { commandHelp, overview } from '../../cli/help.ts';

const commands = [start, upload, status, redrive, doctor, check, allocate, synthesize];

test('the overview names every command with what it does', () => {
  const text = overview(commands);

  for (const { name, summary } of commands) expect(text).toContain(`${name.padEnd(10)}  ${summary}`);
});

test.each(commands)('the help of $name shows usage, every option and an example', (command) => {
  const text = commandHelp(command);

  expect(text).toContain(`Usage: sailau ${command.name}`);
  for (const { name, help } of command.options)
    expect(text).toMatch(new RegExp(`--${name}\\b.* ${first(help)}`));
  expect(text).toContain('--json');
  expect(text).toContain('--help');
  expect(text).toContain(`Examples:\n  sailau ${command.name}`);
});

function first(help: string): string {
  return help.split(/\W/)[0] ?? '';
}
