import type { Turnout } from '../../model/records/roll.ts';
import { byCodePoint } from '../../model/text/text.ts';
import { parsePercent, parseTime } from '../cells/values.ts';
import type { Book } from '../references/book.ts';
import { copied } from '../table/rows.ts';
import { cellReader, columnNames } from './cells.ts';
import type { Located } from './content.ts';
import { readTable, type TableInput } from './table.ts';

/** Reads turnout snapshots, ordered by area, then time. Local times get the offset of the election. */
export async function readTurnout(input: TableInput, book: Book): Promise<Located<Turnout>[]> {
  const { findings } = input;
  const snapshots = new Map<string, Located<Turnout>>();
  const spec = { names: columnNames('turnout'), required: ['area', 'time'], options: null };
  const timeOf = (cell: string) => parseTime(cell, book.definition.utcOffset);
  await readTable(input, spec, (layout) => {
    const read = cellReader(layout, book, findings);
    return (cells, row) => {
      const area = read.area(cells, { row });
      const where = { row, ...(area !== null && { area }) };
      read.required(cells, 'time', where);
      const time = read.parsed(cells, 'time', where, timeOf, 'time-invalid');
      const registered = read.count(cells, 'registered', where);
      const before = findings.errors;
      const issued = read.count(cells, 'issued', where);
      const percent = read.parsed(cells, 'percent', where, parsePercent, 'percent-invalid');
      if (issued === null && percent === null && findings.errors === before)
        findings.add('turnout-empty', where);
      const source = read.source(cells, where);
      if (area === null || time === null) return;
      const record = { area, time, registered, issued, percent: percent && copied(percent), source };
      const first = snapshots.get(snapshotKey(record));
      if (first === undefined) snapshots.set(snapshotKey(record), { record, row });
      else findings.add('row-duplicate', where, { what: `${area} / ${time}`, first: first.row });
    };
  });
  return [...snapshots.values()].sort(
    (a, b) => byCodePoint(a.record.area, b.record.area) || byCodePoint(a.record.time, b.record.time),
  );
}

/** Area and moment: the same moment may be written with different offsets. */
export function snapshotKey({ area, time }: Pick<Turnout, 'area' | 'time'>): string {
  return `${area}#${Date.parse(time)}`;
}
