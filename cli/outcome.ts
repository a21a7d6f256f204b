import type { Report } from '../functions/model/generated/report.ts';
import type { Line, Style } from './command.ts';
import { groupLines } from './report/lines.ts';
import type { Outcome } from './watch.ts';

/** How many findings a terminal shows of one file; the report has them all. */
const shown = 20;

/** A number with its noun, as `1 record` and `2 records`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What became of an upload, for people. */
export function outcomeLines({ key, state, version, report }: Outcome): Line[] {
  const what = {
    rejected: `rejected  ${key}: ${counted(report?.errors ?? 0, 'error')}; nothing was changed`,
    accepted: `accepted  ${key}: ${counted(report?.records ?? 0, 'record')}`,
    published: `published ${key}: ${counted(report?.records ?? 0, 'record')}, in release ${version}`,
    unknown: `unknown   ${key}: no report yet; look again with \`sailau status\``,
  }[state];
  const style = styles[state];
  return [
    { text: what, ...(style && { style }) },
    ...(report ? [...groupLines(report), ...changeLines(report).map((text) => ({ text }))] : []),
  ];
}

const styles: Partial<Record<Outcome['state'], Style>> = {
  rejected: 'error',
  accepted: 'success',
  published: 'success',
};

/** The first findings of a list: where, what, and how to mend it. */
export function findingLines({
  findings,
  errors,
  warnings,
}: Pick<Report, 'findings' | 'errors' | 'warnings'>): string[] {
  const lines = findings
    .slice(0, shown)
    .flatMap(({ code, level, where, message, remedy }) => [
      `  ${level} ${code}${place(where)}: ${message.en ?? ''}`,
      `    ${remedy.en ?? ''}`,
    ]);
  const rest = errors + warnings - Math.min(findings.length, shown);
  return rest > 0 ? [...lines, `  … and ${rest} more`] : lines;
}

/** What a file changes of its version in force, for people: how much, and which fields. */
export function changeLines({ changes }: Pick<Report, 'changes'>): string[] {
  if (changes === undefined) return [];
  const { added, removed, changed, fields, listed } = changes;
  if (fields === 0) return ['  changes nothing of the version in force'];
  const numbers = [`${changed} changed`, `${added} added`, `${removed} removed`].join(', ');
  const rest = fields - Math.min(listed.length, shown);
  return [
    `  changes ${counted(fields, 'field')} of the version in force; records: ${numbers}`,
    ...listed.slice(0, shown).map(changeLine),
    ...(rest > 0 ? [`    … and ${rest} more`] : []),
  ];
}

function place(where: Report['findings'][number]['where']): string {
  const parts = [
    where.row === undefined ? '' : `row ${where.row}`,
    where.column === undefined ? '' : `column ${where.column}`,
    where.area === undefined ? '' : `area ${where.area}`,
    where.station === undefined ? '' : `station ${where.station}`,
    where.option === undefined ? '' : `option ${where.option}`,
  ].filter((part) => part !== '');
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function changeLine({
  contest,
  area,
  station,
  option,
  record,
  field,
  before,
  after,
}: NonNullable<Report['changes']>['listed'][number]) {
  const place = [contest, area, station, option, record].filter((part) => part !== undefined).join(' ');
  return `    ${place}: ${field} ${before ?? '—'} → ${after ?? '—'}`;
}
