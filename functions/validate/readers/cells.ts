import type { Where } from '../../model/finding.ts';
import { tables } from '../../model/generated/tables.ts';
import type { AreaId } from '../../model/ids.ts';
import { unprintable } from '../../model/text/printable.ts';
import { parseCount } from '../cells/counts.ts';
import { type Findings, shown } from '../findings.ts';
import { areaIds, type Book } from '../references/book.ts';
import { nearestShown } from '../spelling/nearest.ts';
import type { Layout } from '../table/layout.ts';
import { copied } from '../table/rows.ts';

/** Where a cell is; put together only when there is something to report where rows come by the million. */
export type Place = Where | (() => Where);

/** Reads the cells that several kinds of file have, reporting what is wrong with them. A missing cell gives null, or '' for a source. */
export interface CellReader {
  /** The cell, or null with a finding when it is missing. */
  required(cells: readonly string[], name: string, where: Place): string | null;
  count(cells: readonly string[], name: string, where: Place): number | null;
  /** A text that is published as it is; '' when it is missing, or holds a character that nobody can have meant. */
  text(cells: readonly string[], name: string, where: Place): string;
  area(cells: readonly string[], where: Place): AreaId | null;
  /** The ids of the sources, separated by semicolons. */
  source(cells: readonly string[], where: Place): string;
  /** A cell that `parse` must understand; `code` is reported when it does not. */
  parsed<Value>(
    cells: readonly string[],
    name: string,
    where: Place,
    parse: (cell: string) => Value | null,
    code: CellCode,
  ): Value | null;
}

type CellCode =
  | 'percent-invalid'
  | 'time-invalid'
  | 'flag-invalid'
  | 'order-invalid'
  | 'person-invalid'
  | 'candidate-status-invalid'
  | 'birth-date-invalid';

/** The cells of one table. */
export function cellReader(layout: Layout, book: Book, findings: Findings): CellReader {
  const column = (name: string) => layout.columns.get(name)?.label ?? name;
  const read = (cells: readonly string[], name: string) => layout.columns.get(name)?.read(cells) ?? '';
  const sources = new Map<string, string>();
  const required: CellReader['required'] = (cells, name, where) => {
    const cell = read(cells, name);
    if (cell !== '') return cell;
    findings.add('cell-missing', { ...at(where), column: column(name) });
    return null;
  };
  return {
    required,
    count(cells, name, where) {
      const cell = read(cells, name);
      return cell === '' ? null : countOf(cell, () => ({ ...at(where), column: column(name) }), findings);
    },
    text(cells, name, where) {
      const cell = read(cells, name);
      const character = unprintable(cell);
      if (character === null) return copied(cell);
      findings.add('text-unprintable', { ...at(where), column: column(name) }, { character });
      return '';
    },
    area(cells, where) {
      const cell = required(cells, 'area', where);
      const area = cell === null ? null : book.area(cell);
      if (cell === null || area !== null) return area;
      const place = { ...at(where), column: column('area') };
      const alike = book.areaLike(cell);
      if (alike === null)
        findings.add('area-unknown', place, {
          value: shown(cell),
          nearest: nearestShown(cell, areaIds(book)),
        });
      else findings.add('code-lookalike', place, { value: shown(cell), nearest: alike });
      return area;
    },
    source(cells, where) {
      const cell = read(cells, 'source');
      const known = sources.get(cell);
      if (known !== undefined) return known;
      const ids = sourceIds(cell);
      const unknown = ids.filter((id) => !book.hasSource(id));
      for (const id of unknown) {
        const known = book.definition.sources.map(({ id: source }) => source);
        const data = { value: shown(id), nearest: nearestShown(id, known) };
        findings.add('source-unknown', { ...at(where), column: column('source') }, data);
      }
      const source = Buffer.from(ids.join(';')).toString();
      if (unknown.length === 0) sources.set(cell, source);
      return source;
    },
    parsed(cells, name, where, parse, code) {
      const cell = read(cells, name);
      const value = cell === '' ? null : parse(cell);
      if (cell !== '' && value === null)
        findings.add(code, { ...at(where), column: column(name) }, { value: shown(cell) });
      return value;
    },
  };
}

/** The ids of the sources that a cell names. */
export function sourceIds(cell: string): string[] {
  return cell
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** The count in a cell that is not empty; null with a finding when it is none. */
export function countOf(cell: string, where: Place, findings: Findings): number | null {
  const count = parseCount(cell);
  if (typeof count === 'number') return count;
  findings.add(count, at(where), { value: shown(cell) });
  return null;
}

function at(place: Place): Where {
  return typeof place === 'function' ? place() : place;
}

/** The canonical columns of a kind of file, from its Table Schema. */
export function columnNames(kind: keyof typeof tables.in): ReadonlySet<string> {
  return new Set(tables.in[kind].fields.map(({ name }) => name));
}
