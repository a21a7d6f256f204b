import { type Finding, findingMessage, findingRemedy } from '../../model/finding.ts';
import { csvCell } from '../../model/text/text.ts';
import type { Findings } from '../findings.ts';
import { errorsFirst } from './report.ts';

/** The columns of report.csv. */
const findingColumns = [
  'level',
  'code',
  'row',
  'column',
  'contest',
  'area',
  'station',
  'option',
  'message',
  'remedy',
] as const;

/** report.csv, in pieces: all findings that were kept, errors first, in English. */
export function* reportCsv(findings: Findings): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${findingColumns.join(',')}\r\n`);
  let lines = '';
  for (const found of errorsFirst(findings.kept)) {
    lines += `${csvLine(found)}\r\n`;
    if (lines.length < 60_000) continue;
    yield encoder.encode(lines);
    lines = '';
  }
  if (lines !== '') yield encoder.encode(lines);
}

function csvLine(found: Finding): string {
  const { row, column, contest, area, station, option } = found.where;
  const message = findingMessage(found, 'en');
  const remedy = findingRemedy(found, 'en');
  return [found.level, found.code, row, column, contest, area, station, option, message, remedy]
    .map((value) => csvCell(value ?? null))
    .join(',');
}
