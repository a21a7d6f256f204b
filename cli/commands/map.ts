import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Table } from '../../functions/model/generated/election.ts';
import { isElectionId } from '../../functions/model/ids.ts';
import { readDefinition } from '../../functions/validate/documents/definition.ts';
import { createFindings } from '../../functions/validate/findings.ts';
import { reportedFinding } from '../../functions/validate/report/report.ts';
import { type Command, type Invocation, UsageError } from '../command.ts';
import { type LookedAt, lookAt } from '../map/look.ts';
import type { MappedRow } from '../map/preview.ts';
import { mapTarget } from '../map/target.ts';
import { replaceFile, withTable } from '../map/write.ts';
import { counted, findingLines } from '../outcome.ts';

/** `sailau map`: how an unknown table is to be read, found out by looking at it. */
export const map: Command = {
  name: 'map',
  summary: 'Look at an unknown file and propose how election.json is to map it',
  usage: '<file>',
  options: [
    {
      name: 'election',
      value: 'DIR',
      help: 'The folder of the election: its options, areas and stations tell columns',
    },
    {
      name: 'as',
      value: 'KEY',
      help: 'What the file is to become, as results/list/north.csv or stations/all.csv (default: told by its folders)',
    },
    { name: 'sheet', value: 'NAME', help: 'The sheet of a workbook (default: the first that is not hidden)' },
    {
      name: 'write',
      help: 'Write the mapping into election.json of the election; everything else in it stays as it is',
    },
  ],
  examples: [
    'sailau map official.xlsx',
    'sailau map official.csv --election my-election --as results/list/official.csv',
    'sailau map my-election/results/list/official.csv --election my-election --write',
  ],
  run: runMap,
};

async function runMap(invocation: Invocation): Promise<number> {
  const { positionals, terminal, value, flag } = invocation;
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new UsageError('Name one file to look at. See `sailau map --help`.');
  const election = value('election');
  if (flag('write') && election === undefined)
    throw new UsageError('--write needs the folder of the election: name it with --election.');
  const target = await mapTarget(path, { election, as: value('as') });
  const looked = await lookAt(path, target, value('sheet'));
  for (const line of linesOf(looked)) terminal.line(line);
  const sound = looked.preview.rows > 0 && looked.findings.errors === 0;
  const written = flag('write') && election !== undefined && sound;
  if (written) terminal.line(await write(election, looked.table));
  else if (flag('write')) terminal.line('Nothing was written: the mapping does not read the file yet.');
  terminal.document({
    file: target.file,
    mapping: looked.table,
    rows: looked.preview.rows,
    first: looked.preview.first,
    findings: looked.findings.kept.slice(0, 100).map(reportedFinding),
    written,
  });
  return sound ? 0 : 1;
}

function linesOf({ table, preview, findings, unmatched }: LookedAt): string[] {
  const kept = findings.kept.map(reportedFinding);
  return [
    'Proposed for `tables` of election.json:',
    '',
    ...JSON.stringify(table, null, 2).split('\n'),
    '',
    `Read through it, ${counted(preview.rows, 'row')}, the first of them:`,
    ...preview.first.map(rowLine),
    ...(unmatched.length > 0 ? ['', `Options that no label names: ${unmatched.join(', ')}`] : []),
    ...findingLines({ findings: kept, errors: findings.errors, warnings: findings.warnings }),
  ];
}

function rowLine({ row, cells }: MappedRow): string {
  const named = Object.entries(cells).map(([name, cell]) => `${name} ${cell}`);
  return `  row ${row}: ${named.length > 0 ? named.join(', ') : 'nothing'}`;
}

/** Writes the mapping, when the definition is still sound with it. */
async function write(folder: string, table: Table): Promise<string> {
  const path = join(folder, 'election.json');
  const before = await readFile(path, 'utf8');
  const text = withTable(before, table);
  const id: unknown = JSON.parse(text).id;
  const findings = createFindings();
  if (typeof id === 'string' && isElectionId(id)) await readDefinition(text, id, findings);
  if (findings.errors > 0) {
    const reasons = findingLines({
      findings: findings.kept.map(reportedFinding),
      errors: findings.errors,
      warnings: 0,
    });
    throw new UsageError(
      `${path} would not be valid with this mapping, and was left alone:\n${reasons.join('\n')}`,
    );
  }
  await replaceFile(path, text);
  return `Written into ${path}.`;
}
