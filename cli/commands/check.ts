import type { Report } from '../../functions/model/generated/report.ts';
import { isElectionId } from '../../functions/model/ids.ts';
import { type CheckedFile, checkFiles } from '../../functions/validate/check.ts';
import { reportOf } from '../../functions/validate/report.ts';
import { deployed, electionAgainst, isFile, stateOf } from '../check/against.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { deploymentOptions } from '../endpoint.ts';
import { collectUploads, electionFolders, fileVersion, type LocalUpload, leftOutLine } from '../files.ts';
import { changeLines, counted, findingLines } from '../outcome.ts';

/** `sailau check`: the validator alone, before anything leaves the machine. */
export const check: Command = {
  name: 'check',
  summary: 'Check election folders or files, with the findings that an upload would get',
  usage: '<folder|file…>',
  options: [
    { name: 'election', value: 'ID', help: 'The election of files without election.json' },
    {
      name: 'against',
      value: 'STATE',
      help: `The files in force, which the others are to join or correct: a folder, or "${deployed}" for the pipeline's; shows what would change`,
    },
    ...deploymentOptions,
  ],
  examples: [
    'sailau check examples/kz-mazhilis-2023',
    'sailau check examples --json',
    'sailau check new/results/list/north.csv --against my-election',
    `sailau check my-election --against ${deployed}`,
  ],
  run: runCheck,
};

async function runCheck(invocation: Invocation): Promise<number> {
  const { positionals, terminal } = invocation;
  if (positionals.length === 0)
    throw new UsageError('Name the folder of an election. See `sailau check --help`.');
  const reports: Report[] = [];
  const leftOut: string[] = [];
  const stateFor = await stateOf(invocation);
  for (const [election, uploads] of await byElection(invocation, (path) => leftOut.push(path))) {
    if (!isElectionId(election)) throw new UsageError(`"${election}" cannot be the id of an election.`);
    const files = uploads.flatMap(fileVersion);
    for await (const checked of checkFiles(election, files, await stateFor(election))) {
      const report = reportOn(checked);
      reports.push(report);
      for (const line of reportLines(report)) terminal.line(line);
    }
  }
  const left = leftOutLine(leftOut);
  if (left !== null) terminal.line(left);
  terminal.document(reports);
  return reports.some(({ outcome }) => outcome === 'rejected') ? 1 : 0;
}

function reportLines(report: Report): string[] {
  const { outcome, election, file, records, errors, warnings } = report;
  const numbers = [counted(records, 'record'), counted(errors, 'error'), counted(warnings, 'warning')];
  return [
    `${outcome}  ${election}/${file}: ${numbers.join(', ')}`,
    ...findingLines(report),
    ...changeLines(report),
  ];
}

/** The uploads of the paths by election: files, and of a folder its own or those of every election in the folders below it. */
async function byElection(
  invocation: Invocation,
  leftOut: (path: string) => void,
): Promise<Map<string, LocalUpload[]>> {
  const { positionals, value } = invocation;
  const uploads: LocalUpload[] = [];
  for (const path of positionals) {
    const file = await isFile(path);
    if (file && value('against') === undefined)
      throw new UsageError(
        `${path} is a file. Name the folder of its election, for the definition is needed too; or name the state that it joins with --against.`,
      );
    const below = file || value('election') !== undefined ? [] : await electionFolders(path).catch(() => []);
    const election =
      below.length > 0 ? undefined : (value('election') ?? (await electionAgainst(invocation)));
    uploads.push(...(await collectUploads(below.length > 0 ? below : [path], election, leftOut)));
  }
  return Map.groupBy(uploads, ({ key }) => key.split('/')[1] ?? '');
}

function reportOn({ upload, verdict }: CheckedFile): Report {
  const { outcome, sha256, bytes, findings } = verdict;
  const batch =
    outcome === 'accepted' && verdict.result.kind === 'batch' ? verdict.result.batch.header : null;
  const { election, file } = upload;
  const version = { election, file, versionId: 'offline', at: '', sha256, bytes };
  return reportOf(
    {
      ...version,
      outcome,
      records: batch?.records ?? 0,
      ...(batch && { batch: batch.batch }),
      ...(outcome === 'accepted' && { changes: verdict.changes }),
    },
    findings,
  );
}
