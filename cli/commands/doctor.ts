import { type ElectionId, isElectionId } from '../../functions/model/ids.ts';
import { type Command, type Invocation, type Terminal, UsageError } from '../command.ts';
import { examine } from '../doctor/examine.ts';
import type { Problem } from '../doctor/problem.ts';
import { RecoveryRefused, recover } from '../doctor/recover.ts';
import { repair } from '../doctor/repair.ts';
import { deleteBatch, tooYoung, unreferencedBatches } from '../doctor/sweep.ts';
import { operatorOptions } from '../endpoint.ts';
import { type Operator, openOperator } from '../operate/operator.ts';
import { counted } from '../outcome.ts';

/** `sailau doctor`: whether all that is stored is as the ledger says. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Compare what is stored and published with the ledger, and repair what a crash left',
  usage: '<election>',
  options: [
    {
      name: 'repair',
      help: 'Start the pipeline on whatever it can finish; nothing that is written is changed',
    },
    {
      name: 'recover',
      help: 'After the table was restored: first bring the ledger up to the newest published release',
    },
    { name: 'sweep', help: 'List batches that no entry of the ledger names, where nothing else is wrong' },
    { name: 'delete', help: 'With --sweep: delete them' },
    ...operatorOptions,
  ],
  examples: [
    'sailau doctor kz-mazhilis-2023',
    'sailau doctor kz-mazhilis-2023 --repair',
    'sailau doctor kz-mazhilis-2023 --sweep',
  ],
  run: runDoctor,
};

/** Gives 0 when nothing is wrong, 1 when something is that is not being repaired, 3 when all that is wrong is being repaired. */
async function runDoctor(invocation: Invocation): Promise<number> {
  const { positionals, terminal, flag } = invocation;
  const [election, ...more] = positionals;
  if (election === undefined || more.length > 0 || !isElectionId(election))
    throw new UsageError('Name one election. `sailau status` lists all of them.');
  const operator = await openOperator(invocation, 'doctor');
  try {
    if (flag('delete') && !flag('sweep')) throw new UsageError('--delete needs --sweep.');
    if (flag('recover')) await bringUp(operator, election, terminal);
    const problems: Problem[] = [];
    for await (const problem of examine(operator, election)) {
      problems.push(problem);
      terminal.line(
        `${problem.code}  ${problem.where}`,
        problem.code === 'upload-gone' ? 'warning' : 'error',
      );
      terminal.line(`  ${problem.what}`);
      terminal.line(`  ${problem.repair ? 'With --repair: ' : ''}${problem.mend}`, 'faint');
    }
    const { start, intake } = operator;
    const attempt = new Date().toISOString();
    const started = flag('repair') ? await repair(problems, { start, bucket: intake.name, attempt }) : [];
    terminal.line(summary(problems, started));
    const swept = flag('sweep') ? await sweep(operator, election, problems, invocation) : undefined;
    terminal.document({ election, problems, started, ...(swept && { swept }) });
    return exitCode(problems, started);
  } finally {
    operator.close();
  }
}

/** Only where nothing is wrong: what waits to be processed may refer to a batch that the ledger does not name yet. */
async function sweep(
  operator: Operator,
  election: ElectionId,
  problems: readonly Problem[],
  { terminal, flag }: Invocation,
): Promise<Swept[]> {
  if (exitCode(problems, []) !== 0)
    throw new UsageError('Nothing is swept while something is wrong. Mend it first.');
  const young = await tooYoung(operator, election, new Date());
  if (young !== null) throw new UsageError(young);
  const swept: Swept[] = [];
  for (const found of await unreferencedBatches(operator, election)) {
    const deleted = flag('delete') && (await deleteBatch(operator, election, found));
    const { batch, keys } = found;
    swept.push({ batch, items: keys.length, deleted });
    terminal.line(`${deleted ? 'deleted' : 'unreferenced'}  batch ${batch}: ${counted(keys.length, 'item')}`);
  }
  if (swept.length === 0) terminal.line('Every batch is named by the ledger.');
  return swept;
}

/** What became of a batch that the ledger does not name. */
interface Swept {
  readonly batch: string;
  readonly items: number;
  readonly deleted: boolean;
}

async function bringUp(operator: Operator, election: ElectionId, terminal: Terminal): Promise<void> {
  try {
    const entries = await recover(operator, election);
    terminal.line(
      entries === 0
        ? 'The ledger knows of the newest release: nothing to recover.'
        : `Entered again what the newest release shows: ${entries} entries of the ledger.`,
    );
  } catch (error) {
    if (error instanceof RecoveryRefused) throw new UsageError(error.message);
    throw error;
  }
}

function summary(problems: readonly Problem[], started: readonly string[]): string {
  if (problems.length === 0) return 'Everything is as the ledger says.';
  const repairable = problems.filter((problem) => problem.repair !== null).length;
  const found = `${counted(problems.length, 'problem')}, of which ${repairable} can be repaired by starting the pipeline.`;
  if (started.length === 0) return found;
  return `${found} Started on ${counted(started.length, 'upload')}; run the doctor again when they are done.`;
}

function exitCode(problems: readonly Problem[], started: readonly string[]): number {
  // A file that was deleted after it was taken in is told, and nothing is wrong.
  const wrong = problems.filter(({ code }) => code !== 'upload-gone');
  if (wrong.length === 0) return 0;
  return started.length > 0 && wrong.every((problem) => problem.repair !== null) ? 3 : 1;
}
