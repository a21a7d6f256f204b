import { isElectionId } from '../../functions/model/ids.ts';
import { type Command, type Invocation, type Line, UsageError } from '../command.ts';
import { operatorOptions } from '../endpoint.ts';
import { openOperator } from '../operate/operator.ts';
import { counted } from '../outcome.ts';
import { type Redriven, redrive as redriveAll } from '../redrive/redrive.ts';

/** `sailau redrive`: starts again what was not processed. */
export const redrive: Command = {
  name: 'redrive',
  summary: 'Start again what the pipeline gave up on or never began',
  usage: '',
  options: [
    { name: 'election', value: 'ID', help: 'Only files of this election (default: all)' },
    { name: 'dry-run', help: 'Show what would be started, and start nothing' },
    ...operatorOptions,
  ],
  examples: [
    'sailau redrive --dry-run',
    'sailau redrive',
    'sailau redrive --election kz-mazhilis-2023 --json',
  ],
  run: runRedrive,
};

/** Gives 0 when everything was started, 1 when something stays. */
async function runRedrive(invocation: Invocation): Promise<number> {
  const { terminal, value, flag } = invocation;
  const election = value('election') ?? null;
  if (election !== null && !isElectionId(election))
    throw new UsageError(`"${election}" cannot be the id of an election.`);
  const operator = await openOperator(invocation, 'redrive');
  const results: Redriven[] = [];
  try {
    for await (const result of redriveAll(operator, { election, dryRun: flag('dry-run') })) {
      results.push(result);
      for (const { text, style } of lines(result)) terminal.line(text, style);
    }
  } finally {
    operator.close();
  }
  const stay = results.filter(({ outcome }) => outcome === 'stays').length;
  terminal.line(
    results.length === 0
      ? 'Nothing waits to be started again.'
      : `${counted(results.length, 'message')}, of which ${stay} cannot be started. \`sailau status\` shows what became of the others.`,
  );
  terminal.document(results);
  return stay === 0 ? 0 : 1;
}

function lines({ key, versionId, message, error, cause, outcome, reason }: Redriven): Line[] {
  const what = key === null ? `message ${message}` : `${key} (version ${versionId})`;
  const lines: Line[] = [{ text: `${words[outcome].padEnd(14)}  ${what}`, ...(reason !== null && failed) }];
  if (error !== null) lines.push({ text: `  had ended with ${error}: ${cause}`, style: 'faint' });
  if (reason !== null) lines.push({ text: `  ${reason}` });
  return lines;
}

const failed = { style: 'error' } as const;

const words = {
  started: 'started',
  'started-before': 'started before',
  'would-start': 'would start',
  stays: 'stays',
} as const;
