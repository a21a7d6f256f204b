import type { Where } from '../../model/finding.ts';
import type { Contest } from '../../model/generated/election.ts';
import type { OptionId } from '../../model/ids.ts';
import { type CountField, type Field, type Protocol, type Value, votesField } from '../../model/protocol.ts';
import type { Findings } from '../findings.ts';
import type { Unit } from '../references/units.ts';
import type { Located } from './content.ts';

/** A protocol that is being put together from its rows. */
export interface Draft {
  /** The row that it was first named in. */
  readonly row: number;
  /** The id of the station, or of the area where that reports. */
  readonly name: string;
  readonly where: Where;
  /** A count, null when the cell is missing; reports when another row gives it differently. */
  count(field: CountField, count: number | null, source: string, row: number): void;
  /** The votes of an option, null when the cell is missing; reports when another row has given them. */
  votes(option: OptionId, count: number | null, source: string, row: number): void;
}

/** The protocols of a file while it is being read. */
export interface Drafts {
  /** The draft of a unit; the same one each time. */
  open(unit: Unit, row: number): Draft;
  /** The protocols of all units that have a value. */
  finish(): Located<Protocol>[];
}

interface Given extends Value {
  readonly row: number;
}

/** An empty set of drafts for a contest. */
export function draftsOf(contest: Contest, findings: Findings): Drafts {
  const drafts = new Map<string, { unit: Unit; row: number; values: Map<Field, Given>; draft: Draft }>();
  return {
    open(unit, row) {
      const name = unit.station ?? unit.area;
      const known = drafts.get(name);
      if (known !== undefined) return known.draft;
      const values = new Map<Field, Given>();
      const draft = draftOf(contest, unit, name, row, values, findings);
      drafts.set(name, { unit, row, values, draft });
      return draft;
    },
    finish: () =>
      [...drafts.values()]
        .filter(({ values }) => values.size > 0)
        .map(({ unit, row, values }) => ({
          record: { contest: contest.id, ...unit, values: withoutRows(values) },
          row,
        })),
  };
}

function draftOf(
  contest: Contest,
  unit: Unit,
  name: string,
  row: number,
  values: Map<Field, Given>,
  findings: Findings,
): Draft {
  const where: Where = {
    contest: contest.id,
    area: unit.area,
    ...(unit.station !== null && { station: unit.station }),
  };
  return {
    row,
    name,
    where,
    count(field, count, source, at) {
      if (count === null) return;
      const before = values.get(field);
      if (before === undefined) values.set(field, { count, source, row: at });
      else if (before.count !== count) {
        const data = { field, value: count, other: before.count, first: before.row };
        findings.add('count-conflict', { ...where, row: at, column: field }, data);
      }
    },
    votes(option, count, source, at) {
      if (count === null) return;
      const before = values.get(votesField(option));
      if (before === undefined) values.set(votesField(option), { count, source, row: at });
      else
        findings.add(
          'row-duplicate',
          { ...where, row: at, option },
          { what: `${name} / ${option}`, first: before.row },
        );
    },
  };
}

function withoutRows(values: ReadonlyMap<Field, Given>): Map<Field, Value> {
  return new Map(values.entries().map(([field, { count, source }]) => [field, { count, source }]));
}
