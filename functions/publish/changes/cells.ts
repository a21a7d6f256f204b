import type { ElectionDefinition } from '../../model/generated/election.ts';
import { canonicalJson } from '../../model/json/json.ts';
import { countFields, type Field, type Protocol, votesField } from '../../model/records/protocol.ts';
import type { Candidate, Station, Turnout } from '../../model/records/roll.ts';
import { sha256 } from '../write/hash.ts';

/** One value of a batch: where it belongs, and its text (null: not stated). */
export interface Cell {
  readonly contest: string | null;
  readonly area: string | null;
  readonly station: string | null;
  readonly field: string;
  readonly value: string | null;
}

/** The values of a part of a batch by a key that is theirs alone, in their order. */
export type Cells = ReadonlyMap<string, Cell>;

/** Every number of every protocol, and where it comes from. */
export function protocolCells(protocols: readonly Protocol[], definition: ElectionDefinition): Cells {
  const orders = new Map(
    definition.contests.map((contest) => [contest.id, contest.options.map(({ id }) => votesField(id))]),
  );
  return keyed(
    protocols.flatMap(({ contest, area, station, values }) => {
      const ballot: Field[] = [...countFields, ...(orders.get(contest) ?? [])];
      const fields = new Set([...ballot.filter((field) => values.has(field)), ...values.keys()]);
      return [...fields].flatMap((field) => {
        const place = { contest, area, station };
        const { count = 0, source = '' } = values.get(field) ?? {};
        return [
          { ...place, field, value: String(count) },
          { ...place, field: `source:${field}`, value: source || null },
        ];
      });
    }),
  );
}

/** Every column of a register's rows. */
export function stationCells(stations: readonly Station[]): Cells {
  return keyed(
    stations.flatMap(({ station, area, name, registered, source }) =>
      columns({ contest: null, area, station }, '', { station, name, registered, source }),
    ),
  );
}

/** Every column of the lists' rows; the field names option and place too, as `woman:amanat:3`. */
export function candidateCells(candidates: readonly Candidate[]): Cells {
  return keyed(
    candidates.flatMap(({ contest, option, order, name, sortName, ...stated }) =>
      columns({ contest, area: null, station: null }, `:${option}:${order}`, {
        ...Object.fromEntries(Object.entries(name).map(([language, text]) => [`name_${language}`, text])),
        ...stated,
        ...(sortName !== undefined && { sort_name: sortName }),
      }),
    ),
  );
}

/** Every column of the snapshots; the field names the time too, as `issued:2023-03-19T10:00+06:00`. */
export function turnoutCells(turnout: readonly Turnout[]): Cells {
  return keyed(
    turnout.flatMap(({ area, time, registered, issued, percent, source }) =>
      columns({ contest: null, area, station: null }, `:${time}`, { registered, issued, percent, source }),
    ),
  );
}

/** The members of a definition, each as a whole: its text when that is short, else its SHA-256. */
export function definitionCells(definition: ElectionDefinition): Cells {
  return keyed(
    Object.entries(definition).map(([field, member]) => {
      const text = typeof member === 'string' ? member : canonicalJson(member);
      const value = text.length <= 120 ? text : `sha256:${sha256(text)}`;
      return { contest: null, area: null, station: null, field, value };
    }),
  );
}

type Place = Pick<Cell, 'contest' | 'area' | 'station'>;

function columns(place: Place, suffix: string, values: Readonly<Record<string, unknown>>): Cell[] {
  return Object.entries(values).map(([name, value]) => ({
    ...place,
    field: `${name}${suffix}`,
    value: value === null || value === '' ? null : String(value),
  }));
}

function keyed(cells: readonly Cell[]): Map<string, Cell> {
  const map = new Map<string, Cell>();
  for (const cell of cells)
    map.set(`${cell.contest ?? ''}#${cell.station ?? ''}#${cell.area ?? ''}#${cell.field}`, cell);
  return map;
}
