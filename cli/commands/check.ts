import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Report } from '../../functions/model/generated/report.ts';
import { isElectionId } from '../../functions/model/ids.ts';
import { parseUploadKey } from '../../functions/model/upload.ts';
import { type CheckedFile, checkFiles } from '../../functions/validate/check.ts';
import { reportOf } from '../../functions/validate/report.ts';
import type { FileVersion } from '../../functions/validate/validate.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { collectUploads, electionFolders, type LocalUpload, leftOutLine } from '../files.ts';
import { counted, findingLines } from '../outcome.ts';

/** `sailau check`: the validator alone, before anything leaves the machine. */
export const check: Command = {
  name: 'check',
  summary: 'Check election folders offline, with the findings that an upload would get',
  usage: '<folder…>',
  options: [{ name: 'election', value: 'ID', help: 'The election of a folder without election.json' }],
  examples: ['sailau check examples/kz-mazhilis-2023', 'sailau check examples --json'],
  run: runCheck,
};

async function runCheck(invocation: Invocation): Promise<number> {
  const { positionals, terminal, value } = invocation;
  if (positionals.length === 0)
    throw new UsageError('Name the folder of an election. See `sailau check --help`.');
  const reports: Report[] = [];
  const leftOut: string[] = [];
  for (const folder of positionals)
    for (const [election, uploads] of await byElection(folder, value('election'), (path) =>
      leftOut.push(path),
    ))
      for await (const report of checkElection(election, uploads)) {
        reports.push(report);
        for (const line of reportLines(report)) terminal.line(line);
      }
  const left = leftOutLine(leftOut);
  if (left !== null) terminal.line(left);
  terminal.document(reports);
  return reports.some(({ outcome }) => outcome === 'rejected') ? 1 : 0;
}

function reportLines(report: Report): string[] {
  const { outcome, election, file, records, errors, warnings } = report;
  const numbers = [counted(records, 'record'), counted(errors, 'error'), counted(warnings, 'warning')];
  return [`${outcome}  ${election}/${file}: ${numbers.join(', ')}`, ...findingLines(report)];
}

/** The uploads of a folder, or of every election in the folders below it. */
async function byElection(
  folder: string,
  election: string | undefined,
  leftOut: (path: string) => void,
): Promise<Map<string, LocalUpload[]>> {
  const isFile = await stat(folder)
    .then((entry) => entry.isFile())
    .catch(() => false);
  if (isFile)
    throw new UsageError(
      `${folder} is a file. Name the folder of its election: the definition is needed too.`,
    );
  const below = election === undefined ? await electionFolders(folder).catch(() => []) : [];
  const uploads = await collectUploads(below.length > 0 ? below : [folder], election, leftOut);
  return Map.groupBy(uploads, ({ key }) => key.split('/')[1] ?? '');
}

async function* checkElection(election: string, uploads: readonly LocalUpload[]): AsyncGenerator<Report> {
  if (!isElectionId(election)) throw new UsageError(`"${election}" cannot be the id of an election.`);
  for await (const checked of checkFiles(election, uploads.flatMap(fileVersion))) yield report(checked);
}

function fileVersion({ path, key }: LocalUpload): FileVersion[] {
  const upload = parseUploadKey(key);
  return upload ? [{ upload, open: () => createReadStream(path) }] : [];
}

function report({ upload, verdict }: CheckedFile): Report {
  const { outcome, sha256, bytes, findings } = verdict;
  const batch =
    outcome === 'accepted' && verdict.result.kind === 'batch' ? verdict.result.batch.header : null;
  const { election, file } = upload;
  const version = { election, file, versionId: 'offline', at: '', sha256, bytes };
  return reportOf(
    { ...version, outcome, records: batch?.records ?? 0, ...(batch && { batch: batch.batch }) },
    findings,
  );
}
