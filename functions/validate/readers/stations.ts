import { isStationId, type StationId } from '../../model/ids.ts';
import type { Station } from '../../model/records/roll.ts';
import { byCodePoint } from '../../model/text/text.ts';
import { type Findings, shown } from '../findings.ts';
import type { Book } from '../references/book.ts';
import { copied } from '../table/rows.ts';
import { type CellReader, cellReader, columnNames } from './cells.ts';
import type { Located } from './content.ts';
import { readTable, type TableInput } from './table.ts';

/** Reads a register of stations, ordered by station. */
export async function readStations(input: TableInput, book: Book): Promise<Located<Station>[]> {
  const stations = new Map<StationId, Located<Station>>();
  const spec = { names: columnNames('stations'), required: ['station', 'area'], options: null };
  await readTable(input, spec, (layout) => {
    const read = cellReader(layout, book, input.findings);
    return (cells, row) => {
      const station = stationOf(read, cells, row, input.findings);
      const where = { row, ...(station !== null && { station }) };
      const area = read.area(cells, where);
      const registered = read.count(cells, 'registered', where);
      const name = read.text(cells, 'name', where);
      const source = read.source(cells, where);
      if (station === null || area === null) return;
      const first = stations.get(station)?.row;
      const record = { station, area, name, registered, source };
      if (first === undefined) stations.set(station, { record, row });
      else input.findings.add('row-duplicate', where, { what: station, first });
    };
  });
  return [...stations.values()].sort((a, b) => byCodePoint(a.record.station, b.record.station));
}

function stationOf(
  read: CellReader,
  cells: readonly string[],
  row: number,
  findings: Findings,
): StationId | null {
  const cell = read.required(cells, 'station', { row });
  if (cell === null) return null;
  const id = copied(cell);
  if (isStationId(id)) return id;
  findings.add('station-invalid', { row, column: 'station' }, { value: shown(id) });
  return null;
}
