import type { Report } from '../../functions/model/generated/report.ts';
import { isElectionId } from '../../functions/model/ids.ts';
import { type Language, languages } from '../../functions/model/text/languages.ts';
import { inLanguage } from '../../functions/model/text/text.ts';
import { type CheckedFile, checkFiles } from '../../functions/validate/check.ts';
import { reportOf } from '../../functions/validate/report/report.ts';
import { deployed, electionAgainst, isFile, stateOf } from '../check/against.ts';
import { explained, explainLines } from '../check/explain.ts';
import { type Command, type Invocation, type Line, UsageError } from '../command.ts';
import { deploymentOptions } from '../endpoint.ts';
import { collectUploads, electionFolders, fileVersion, type LocalUpload, leftOutLine } from '../files.ts';
import { changeLines, counted } from '../outcome.ts';
import { groupLines } from '../report/lines.ts';
import { writeReport } from '../report/write.ts';

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
    {
      name: 'explain',
      value: 'CODE',
      help: 'What a finding means, with its parameters and the law behind it; "all" for every one',
    },
    {
      name: 'language',
      value: 'CODE',
      help: `Language of the findings: ${languages.join(', ')} (default: en)`,
    },
    { name: 'reports', value: 'DIR', help: 'Also write report.json, report.csv and report.md of each file' },
    ...deploymentOptions,
  ],
  examples: [
    'sailau check examples/kz-mazhilis-2023',
    'sailau check examples --json',
    'sailau check new/results/list/north.csv --against my-election',
    `sailau check my-election --against ${deployed}`,
    'sailau check my-election --language kk --reports reports',
    'sailau check --explain votes-invalid-cast',
  ],
  run: runCheck,
};

async function runCheck(invocation: Invocation): Promise<number> {
  const { positionals, terminal, value } = invocation;
  const language = languageOf(value('language'));
  const code = value('explain');
  if (code !== undefined) return explain(code, language, invocation);
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
      for (const { text, style } of reportLines(report, language)) terminal.line(text, style);
      const folder = value('reports');
      if (folder !== undefined) await writeReport(folder, report, checked.verdict.findings);
    }
  }
  const left = leftOutLine(leftOut);
  if (left !== null) terminal.line(left);
  terminal.document(reports);
  return reports.some(({ outcome }) => outcome === 'rejected') ? 1 : 0;
}

function languageOf(name = 'en'): Language {
  const language = languages.find((one) => one === name);
  if (language !== undefined) return language;
  throw new UsageError(`--language takes ${languages.join(', ')}, not "${name}".`);
}

function explain(code: string, language: Language, { positionals, terminal }: Invocation): number {
  if (positionals.length > 0) throw new UsageError('--explain takes a code and no files.');
  const rules = explained(code);
  for (const { text, style } of rules.flatMap((rule) => explainLines(rule, language)))
    terminal.line(text, style);
  terminal.document(rules);
  return 0;
}

function reportLines(report: Report, language: Language): Line[] {
  const { outcome, election, file, records, errors, warnings, next } = report;
  const numbers = [counted(records, 'record'), counted(errors, 'error'), counted(warnings, 'warning')];
  return [
    {
      text: `${outcome}  ${election}/${file}: ${numbers.join(', ')}`,
      style: outcome === 'rejected' ? 'error' : 'success',
    },
    ...(outcome === 'rejected' ? [{ text: `  ${inLanguage(next, language)}` }] : []),
    ...groupLines(report, language),
    ...changeLines(report).map((text) => ({ text })),
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
