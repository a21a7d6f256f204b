#!/usr/bin/env node
import { type Command, parseInvocation, UsageError } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { serviceRemedy } from './service-errors.ts';
import { openTerminal } from './terminal.ts';

/** Loaded when called, so that `--help` is instant and no command pays for another's libraries. */
const commands: readonly { name: string; load: () => Promise<Command> }[] = [
  { name: 'start', load: async () => (await import('./commands/start.ts')).start },
  { name: 'upload', load: async () => (await import('./commands/upload.ts')).upload },
  { name: 'status', load: async () => (await import('./commands/status.ts')).status },
  { name: 'redrive', load: async () => (await import('./commands/redrive.ts')).redrive },
  { name: 'doctor', load: async () => (await import('./commands/doctor.ts')).doctor },
  { name: 'map', load: async () => (await import('./commands/map.ts')).map },
  { name: 'check', load: async () => (await import('./commands/check.ts')).check },
  { name: 'allocate', load: async () => (await import('./commands/allocate.ts')).allocate },
  { name: 'synthesize', load: async () => (await import('./commands/synthesize.ts')).synthesize },
  { name: 'verify', load: async () => (await import('./commands/verify.ts')).verify },
];

/** Runs the command line and gives the exit code: 0 done, 1 the data or the work failed, 2 called wrongly. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = args;
  try {
    if (name === '--help' || name === '-h' || name === 'help') return await showOverview();
    const entry = commands.find((command) => command.name === name);
    if (!entry) throw new UsageError(`There is no command "${name}". See \`sailau --help\`.`);
    return await runCommand(await entry.load(), rest);
  } catch (error) {
    return report(error);
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const { json, help, ...invocation } = parseInvocation(command, args);
  if (help) {
    process.stdout.write(`${commandHelp(command)}\n`);
    return 0;
  }
  return await command.run({ ...invocation, terminal: openTerminal(json) });
}

async function showOverview(): Promise<number> {
  const loaded = await Promise.all(commands.map(({ load }) => load()));
  process.stdout.write(`${overview(loaded)}\n`);
  return 0;
}

function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`sailau: ${error.message}\n`);
    return 2;
  }
  const remedy = serviceRemedy(error);
  if (remedy !== null) {
    process.stderr.write(`sailau: ${remedy}\n`);
    return 1;
  }
  process.stderr.write(
    `sailau: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}
